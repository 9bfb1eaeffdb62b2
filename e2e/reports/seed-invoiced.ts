import { DatabaseSync } from 'node:sqlite'
import type { Bill } from '../../shared/domain/bill/bill.ts'
import { uuidV7 } from '../../shared/domain/id/id.ts'
import { aBill } from '../../shared/domain/payment/payment-fixture.ts'
import { HOUR } from '../../shared/time/instant.ts'

/** A customer, and how many stays of theirs wait to be invoiced. */
export interface Waiting {
  readonly name: string
  readonly stays: number
}

/** Writes stays that are settled by invoice into a site's database, all over by an instant, each of 100.00 SEK. */
export function writeInvoiced(file: string, customers: readonly Waiting[], endsAt: number): void {
  const database = new DatabaseSync(file)
  const customer = database.prepare(
    `insert into customer (id, name, kind, email, phone, reference, note, billingAddress, createdAt, updatedAt)
      values (?, ?, 'fleet', '', '', 'K-17', '', 'Box 7' || char(10) || '972 01 Luleå', 0, 0)`,
  )
  database.exec('begin')
  for (const [number, { name, stays }] of customers.entries()) {
    const customerId = idOf(number, 0)
    customer.run(customerId, name)
    for (let stay = 1; stay <= stays; stay += 1) {
      const finalAt = endsAt - stay * HOUR
      const bill = aBill({
        ...{ id: idOf(number, stay), customerId, settlement: 'invoice', dueMinor: 0 },
        ...{ startsAt: finalAt - HOUR, endsAt: finalAt, finalAt },
      })
      insert(database, bill)
    }
  }
  database.exec('commit')
  database.close()
}

function insert(database: DatabaseSync, bill: Bill): void {
  const columns = Object.entries(bill).map(([name, value]) => ({
    name: `"${name}"`,
    value: typeof value === 'object' || typeof value === 'boolean' ? JSON.stringify(value) : value,
  }))
  const names = columns.map(({ name }) => name).join(', ')
  const places = columns.map(() => '?').join(', ')
  database
    .prepare(`insert into bill (${names}) values (${places})`)
    .run(...columns.map(({ value }) => (value === 'null' ? null : value)))
}

function idOf(customer: number, stay: number): string {
  const bytes = new Uint8Array(10)
  new DataView(bytes.buffer).setUint32(4, stay)
  bytes[9] = customer
  return uuidV7(Date.UTC(2025, 0, 1), bytes)
}
