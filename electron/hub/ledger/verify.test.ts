import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chained } from '../../../shared/domain/ledger/chain.ts'
import type { Verdict, VerifyEvent } from '../../../shared/domain/ledger/verdict.ts'
import { kyselyOver } from '../store/dialect.ts'
import { readsOver } from '../store/reads.ts'
import { openWriter, type Sqlite } from '../store/sqlite.ts'
import type { SqlValue } from '../store/tables.ts'
import { entriesAfter } from './read-entries.ts'
import { sha256 } from './sha256.ts'
import { ledgerSite } from './test-bench/ledger-site.ts'
import { verifyLedger } from './verify.ts'
import type { VerifyCheck } from './verify-check.ts'

const ENTRIES = 12

let site: Awaited<ReturnType<typeof ledgerSite>>
/** A connection that the triggers don't hold back: somebody with the file in an editor. */
let tamperer: Sqlite

beforeAll(async () => {
  site = await ledgerSite(ENTRIES)
  await site.store.close()
  tamperer = openWriter(site.file)
  for (const { name } of tamperer.all(`select name from sqlite_master where type = 'trigger'`, []))
    tamperer.exec(`drop trigger "${String(name)}"`)
})
afterAll(async () => {
  tamperer.close()
  await site.remove()
})

const reads = () => readsOver(tamperer, kyselyOver(tamperer), async () => undefined)

async function verdictNow(checks: readonly VerifyCheck[] = []): Promise<Verdict> {
  let last: VerifyEvent | undefined
  for await (const event of verifyLedger(reads(), { checks })) last = event
  if (last?.kind !== 'verdict') throw new Error('it ends with the verdict')
  return last.verdict
}

/** The verdict once something is done to the file, which is undone again. */
async function verdictAfter(tamper: () => unknown): Promise<Verdict> {
  tamperer.exec('begin')
  try {
    await tamper()
    return await verdictNow()
  } finally {
    tamperer.exec('rollback')
  }
}

const run = (sql: string, ...values: SqlValue[]) => tamperer.run(sql, values)
const firstFinding = async (tamper: () => unknown) => {
  const { intact, findings } = await verdictAfter(tamper)
  expect(intact).toBe(false)
  const [{ code, nounId } = { code: '', nounId: '' }] = findings
  return { code, entryId: Number(nounId) }
}

test('a ledger that nobody touched is intact', async () => {
  expect(await verdictNow()).toMatchObject({ intact: true, entries: ENTRIES, lines: 3 * ENTRIES })
})

const someId = fc.integer({ min: 1, max: ENTRIES })
const entryColumns = [
  ...['at', 'kind', 'billId', 'paymentId', 'refundId', 'payoutId', 'disputeId', 'actor'],
  ...['text', 'previousHash', 'hash'],
]

/** Changes one byte of a text, or a number by something; a null becomes a text. */
function change(value: unknown, at: number, by: number): SqlValue {
  if (typeof value === 'number') return value + by
  if (typeof value !== 'string') return 'x'
  const bytes = Buffer.from(value)
  if (bytes.length === 0) return 'x'
  const place = at % bytes.length
  bytes[place] = ((bytes[place] ?? 0) + by) % 256
  return bytes
}

const assign = (table: string, column: string, where: string) =>
  // A blob is written into a text column as the bytes that it is.
  `update ${table} set ${column} = iif(typeof(?1) = 'blob', cast(?1 as text), ?1) where ${where}`

describe('whatever is changed in the file is found', () => {
  test('any byte of any field of an entry, by the entry’s number', async () => {
    const any = fc.constantFrom(...entryColumns)
    await fc.assert(
      fc.asyncProperty(
        someId,
        any,
        fc.nat(200),
        fc.integer({ min: 1, max: 255 }),
        async (id, column, at, by) => {
          const [row] = tamperer.all(`select ${column} as value from ledgerEntry where id = ?`, [
            id,
          ])
          const found = await firstFinding(() =>
            run(assign('ledgerEntry', column, 'id = ?2'), change(row?.['value'], at, by), id),
          )
          expect(found).toEqual({ code: 'altered', entryId: id })
        },
      ),
      { numRuns: 150 },
    )
  })

  test('any byte of any field of a line, by the entry’s number', async () => {
    const any = fc.constantFrom('account', 'amountMinor', 'currency', 'place')
    const place = fc.integer({ min: 1, max: 3 })
    await fc.assert(
      fc.asyncProperty(
        someId,
        place,
        any,
        fc.nat(200),
        fc.integer({ min: 3, max: 255 }),
        async (id, line, column, at, by) => {
          const where = 'entryId = ?2 and place = ?3'
          const [row] = tamperer.all(
            `select ${column} as value from ledgerLine where entryId = ? and place = ?`,
            [id, line],
          )
          const value = change(row?.['value'], at, by)
          if (value === 0) return
          const found = await firstFinding(() =>
            run(assign('ledgerLine', column, where), value, id, line),
          )
          expect(found).toEqual({ code: 'altered', entryId: id })
        },
      ),
      { numRuns: 150 },
    )
  })

  test('an entry that is gone, with its lines or without', async () => {
    await fc.assert(
      fc.asyncProperty(someId, fc.boolean(), async (id, lines) => {
        const found = await firstFinding(() => {
          if (lines) run('delete from ledgerLine where entryId = ?', id)
          run('delete from ledgerEntry where id = ?', id)
        })
        expect(found).toEqual({ code: id === ENTRIES ? 'endMissing' : 'gap', entryId: id })
      }),
      { numRuns: 2 * ENTRIES },
    )
  })

  test('the last entries that are gone', async () => {
    const found = await firstFinding(() => {
      run('delete from ledgerLine where entryId > 7')
      run('delete from ledgerEntry where id > 7')
    })
    expect(found).toEqual({ code: 'endMissing', entryId: 8 })
  })

  test('entries that have changed places', async () => {
    await fc.assert(
      fc.asyncProperty(someId, someId, async (one, other) => {
        fc.pre(one < other)
        const found = await firstFinding(() => {
          for (const [from, to] of [
            [one, 1_000],
            [other, one],
            [1_000, other],
          ] as const) {
            run('update ledgerEntry set id = ? where id = ?', to, from)
            run('update ledgerLine set entryId = ? where entryId = ?', to, from)
          }
        })
        expect(found).toEqual({ code: 'altered', entryId: one })
      }),
      { numRuns: 40 },
    )
  })

  test('lines that came in later, though they sum to zero', async () => {
    await fc.assert(
      fc.asyncProperty(someId, fc.integer({ min: 1, max: 9_999 }), async (id, amount) => {
        const insert = `insert into ledgerLine (entryId, place, account, amountMinor, currency) values (?, ?, ?, ?, 'SEK')`
        const found = await firstFinding(() => {
          run(insert, id, 4, 'bank', amount)
          run(insert, id, 5, 'means/cash', -amount)
        })
        expect(found).toEqual({ code: 'altered', entryId: id })
      }),
      { numRuns: 20 },
    )
  })

  test('a line that went over to another entry', async () => {
    const found = await firstFinding(() =>
      run('update ledgerLine set entryId = 5, place = 4 where entryId = 4 and place = 3'),
    )
    expect(found).toEqual({ code: 'altered', entryId: 4 })
  })

  test('an entry that was changed and given a hash that fits: the next one doesn’t', async () => {
    await fc.assert(
      fc.asyncProperty(someId, async (id) => {
        const [stored] = await entriesAfter(reads(), id - 1, 1)
        if (stored === undefined) throw new Error('there is such an entry')
        const { hash: _, ...told } = stored.entry
        const forged = chained(sha256, { ...told, text: 'forged' })
        const found = await firstFinding(() =>
          run(`update ledgerEntry set text = 'forged', hash = ? where id = ?`, forged.hash, id),
        )
        expect(found).toEqual({ code: 'chain', entryId: id === ENTRIES ? id : id + 1 })
      }),
      { numRuns: ENTRIES },
    )
  })

  test('an entry that was put behind the last one', async () => {
    const [last] = await entriesAfter(reads(), ENTRIES - 1, 1)
    if (last === undefined) throw new Error('there is a last entry')
    const { hash: previousHash, ...told } = last.entry
    const forged = chained(sha256, { ...told, id: ENTRIES + 1, previousHash })
    const found = await firstFinding(() => {
      run(
        `insert into ledgerEntry select ?, at, kind, billId, paymentId, refundId, payoutId, disputeId, actor, text, ?, ?
          from ledgerEntry where id = ?`,
        ...[ENTRIES + 1, previousHash, forged.hash, ENTRIES],
      )
      run(
        `insert into ledgerLine select ?, place, account, amountMinor, currency from ledgerLine where entryId = ?`,
        ...[ENTRIES + 1, ENTRIES],
      )
    })
    expect(found).toEqual({ code: 'beyondEnd', entryId: ENTRIES + 1 })
  })

  test('lines of no entry, before the first and after the last', async () => {
    for (const entryId of [0, ENTRIES + 5]) {
      const found = await firstFinding(() =>
        run(`insert into ledgerLine values (?, 1, 'bank', 5, 'SEK')`, entryId),
      )
      expect(found).toEqual({ code: 'strayLine', entryId })
    }
  })

  test('an entry numbered below one', async () => {
    const found = await firstFinding(() =>
      run(
        `insert into ledgerEntry select 0, at, kind, billId, paymentId, refundId, payoutId, disputeId, actor, text,
          previousHash, hash from ledgerEntry where id = 1`,
      ),
    )
    expect(found).toEqual({ code: 'gap', entryId: 1 })
  })

  test('a number that no program can read', async () => {
    const found = await firstFinding(() =>
      tamperer.exec('update ledgerLine set amountMinor = 1 << 60 where entryId = 9 and place = 2'),
    )
    expect(found).toEqual({ code: 'unreadable', entryId: 9 })
  })

  test('an end of the chain that no program can read', async () => {
    const found = await firstFinding(() => tamperer.exec('update ledgerHead set lastId = 1 << 60'))
    expect(found).toEqual({ code: 'unreadable', entryId: 0 })
  })

  test('another end of the chain', async () => {
    const found = await firstFinding(() => run(`update ledgerHead set lastHash = 'f00'`))
    expect(found).toEqual({ code: 'chain', entryId: ENTRIES })
    expect(await firstFinding(() => run(`delete from ledgerHead`))).toMatchObject({
      code: 'endMissing',
    })
  })
})

describe('sums that are kept', () => {
  const insert = `insert into ledgerSum values (?, 'SEK', 1, 5, 5)`
  test.each([
    [
      'other than their lines',
      'update ledgerSum set debitMinor = debitMinor + 1 where account = ?',
    ],
    ['gone', 'delete from ledgerSum where account = ?'],
    ['of another week', 'update ledgerSum set week = week - 1 where account = ?'],
    ['of nothing', insert],
  ])('are found when they are %s', async (_, statement) => {
    for (const account of ['customer/walkUp', 'means/cash', 'rounding']) {
      const { findings } = await verdictAfter(() => run(statement, account))
      expect(findings).toMatchObject([{ code: 'sumOff', noun: 'account', nounId: account }])
    }
    for (const account of ['a', 'dispute', 'zzz']) {
      const { findings } = await verdictAfter(() => run(insert, account))
      expect(findings).toMatchObject([{ code: 'sumOff', nounId: account }])
    }
  })
})

test('what further checks find is in the verdict, under their names', async () => {
  const finding = { code: 'paidOff', noun: 'bill', nounId: '7', sentence: 'Bill 7 says otherwise.' }
  const check: VerifyCheck = {
    name: 'bills',
    async *run() {
      yield { kind: 'checked', done: 1, of: 2 }
      yield { kind: 'found', finding }
    },
  }
  expect(await verdictNow([check])).toMatchObject({
    intact: false,
    checks: ['chain', 'sums', 'bills'],
    findings: [finding],
  })
})

test('once it is cancelled it tells no verdict', async () => {
  const signal = AbortSignal.abort()
  const events: VerifyEvent[] = []
  for await (const event of verifyLedger(reads(), { checks: [], signal })) events.push(event)
  expect(events).toEqual([])
})
