import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SqlValue } from '../store/tables.ts'
import { tamperedSite, type TamperedSite } from './test-bench/tampered-site.ts'

const ENTRIES = 12

let site: TamperedSite
beforeAll(async () => {
  site = await tamperedSite(ENTRIES)
})
afterAll(() => site.remove())

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

describe('whatever byte is changed in the file is found', () => {
  test('any byte of any field of an entry, by the entry’s number', async () => {
    const any = fc.constantFrom(...entryColumns)
    await fc.assert(
      fc.asyncProperty(
        someId,
        any,
        fc.nat(200),
        fc.integer({ min: 1, max: 255 }),
        async (id, column, at, by) => {
          const value = site.value(`select ${column} as value from ledgerEntry where id = ?`, id)
          const found = await site.foundAfter(() =>
            site.run(assign('ledgerEntry', column, 'id = ?2'), change(value, at, by), id),
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
          const value = site.value(
            `select ${column} as value from ledgerLine where entryId = ? and place = ?`,
            id,
            line,
          )
          const changed = change(value, at, by)
          if (changed === 0) return
          const found = await site.foundAfter(() =>
            site.run(assign('ledgerLine', column, where), changed, id, line),
          )
          expect(found).toEqual({ code: 'altered', entryId: id })
        },
      ),
      { numRuns: 150 },
    )
  })
})
