import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refundGiven } from '../../../../shared/domain/ledger/postings.ts'
import { aBill, aPayment, aRefund } from '../../../../shared/domain/payment/payment-fixture.ts'
import { kyselyOver } from '../dialect.ts'
import { openWriter, type Sqlite } from '../sqlite.ts'
import { migrations } from './migrations.ts'

/** Puts a row of which only some columns are told into a table as it is now; the others get something that fits. */
function insert(sqlite: Sqlite, table: string, told: object): void {
  const columns = sqlite.all(`select name from pragma_table_info('${table}')`, [])
  const names = columns.map(({ name }) => String(name))
  const row = Object.entries(told).filter(([name]) => names.includes(name))
  const values = row.map(([, value]) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  )
  const words = values.map((value) => (typeof value === 'boolean' ? String(value) : value))
  sqlite.run(
    `insert into ${table} (${row.map(([name]) => `"${name}"`).join()}) values (${row.map(() => '?').join()})`,
    words,
  )
}

test('a cash refund of before says from then on what coins made of it, as the ledger had it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-migrate-'))
  const sqlite = openWriter(join(dir, 'site.db'))
  const kysely = kyselyOver(sqlite)
  for (const [name, { up }] of Object.entries(migrations)) if (name < '0011') await up(kysely)
  const payment = aPayment({ means: 'cash', mode: 'local', state: 'paid', capturedMinor: 10_000 })
  const [rounded, whole] = [
    aRefund({ amountMinor: 3_045, state: 'succeeded' }),
    aRefund({ id: '01890000-0000-7000-8000-00000000f222', amountMinor: 1_000 }),
  ]
  insert(sqlite, 'bill', aBill())
  insert(sqlite, 'payment', payment)
  for (const refund of [rounded, whole]) insert(sqlite, 'refund', refund)
  const posting = refundGiven({
    ...{ billId: payment.billId, paymentId: payment.id, refundId: rounded.id, customerId: null },
    ...{ means: 'cash', currency: 'SEK', amountMinor: 3_045, roundingMinor: -45 },
  })
  // Lines come before their entry, within one transaction.
  sqlite.exec('begin')
  for (const [at, line] of posting.lines.entries())
    insert(sqlite, 'ledgerLine', { entryId: 1, place: at + 1, ...line })
  insert(sqlite, 'ledgerEntry', {
    ...{ id: 1, at: 0, ...posting, actor: 'desk', previousHash: '0'.repeat(64), hash: 'h' },
  })
  sqlite.exec('commit')
  await migrations['0011-till']?.up(kysely)
  const rows = sqlite.all('select id, roundingMinor, tillId, shiftId from refund order by id', [])
  expect(rows).toEqual([
    { id: rounded.id, roundingMinor: -45, tillId: null, shiftId: null },
    { id: whole.id, roundingMinor: 0, tillId: null, shiftId: null },
  ])
  sqlite.close()
  rmSync(dir, { recursive: true })
})
