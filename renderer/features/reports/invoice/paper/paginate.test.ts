import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InvoiceLine } from '../../../../../shared/domain/invoice/invoice.ts'
import { paginate } from './paginate.ts'
import type { PaperRow } from './paper-rows.ts'
import { paperRowsOf } from './paper-rows.ts'

const room = { first: 10, next: 20, tail: 5 }
const lineOf = (place: number): InvoiceLine => ({
  ...{ id: String(place), invoiceId: '', place, billId: '', paymentId: null, refundId: null },
  ...{ revision: 1, startsAt: 0, endsAt: 0, connector: '', plate: '', vehicle: '', costCentre: '' },
  ...{ idToken: '', energyWh: 0, exclMinor: 0, inclMinor: 0, vat: [], corrects: '' },
})
const groupOf = (plate: string) => ({
  ...{ plate, vehicle: '', costCentre: '', stays: 1, energyWh: 0, exclMinor: 0, inclMinor: 0 },
})
const rowsOf = (groups: number, lines: number) =>
  paperRowsOf(
    { groups: Array.from({ length: groups }, (_, index) => groupOf(String(index))) },
    Array.from({ length: lines }, (_, index) => lineOf(index + 1)),
  )
const kinds = (rows: readonly PaperRow[]) => rows.map(({ is }) => is).join(' ')

test('a short invoice is one page, its sums below the stays', () => {
  const pages = paginate(rowsOf(1, 3), room)
  expect(pages).toHaveLength(1)
  expect(pages[0]?.hasTail).toBe(true)
  expect(kinds(pages[0]?.rows ?? [])).toBe('title head line line line')
})

test('sums that have no room left stand on a page of their own', () => {
  const pages = paginate(rowsOf(1, 5), room)
  expect(pages.map(({ rows, hasTail }) => [rows.length, hasTail])).toEqual([
    [7, false],
    [0, true],
  ])
})

test('a table that goes on over the page has its head once more', () => {
  const pages = paginate(rowsOf(1, 12), room)
  expect(kinds(pages[1]?.rows ?? [])).toBe('head line line line line')
})

test('a title goes with its rows: it never is the last on a page', () => {
  const pages = paginate(rowsOf(5, 9), room)
  expect(kinds(pages[0]?.rows ?? [])).toBe('title head group group group group group')
  expect(kinds(pages[1]?.rows.slice(0, 3) ?? [])).toBe('title head line')
})

test('every row is on one page, in order, and no page is fuller than it has room', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(200), (groups, lines) => {
      const pages = paginate(rowsOf(groups, lines), room)
      const told = pages.flatMap(({ rows }) =>
        rows.flatMap((row) => (row.is === 'line' ? [row.line.place] : [])),
      )
      expect(told).toEqual(Array.from({ length: lines }, (_, index) => index + 1))
      for (const [index, { rows, hasTail }] of pages.entries()) {
        const most = index === 0 ? room.first : room.next
        expect(rows.length + (hasTail ? room.tail : 0)).toBeLessThanOrEqual(most)
        const last = rows.at(-1)
        if (!hasTail) expect(['line', 'group', 'head']).toContain(last?.is)
        if (lines > 0) expect(last?.is).not.toBe('title')
      }
    }),
  )
})
