import { expect, it } from 'vitest'
import { connectorLike, billLike, stayLike } from '../desk-fixture.ts'
import { cardKeeper } from './card-keeper.ts'
import type { DeskRows } from './card-keeper.ts'

const terms = { refundsUnused: true }
const rows: DeskRows = {
  bookings: [
    stayLike({ id: 'one', state: 'charging', departsAt: 5_000 }),
    stayLike({ id: 'two', state: 'finished', finishedAt: 1_000 }),
    stayLike({ id: 'over', state: 'cancelled' }),
  ],
  walkUps: new Map(),
  bills: [
    billLike({ id: 'bill-1', bookingId: 'one' }),
    billLike({ id: 'bill-2', bookingId: 'two' }),
  ],
  payments: [],
  stations: new Map(),
  connectors: [connectorLike('Charging')],
  transactions: new Map(),
  vehicles: new Map(),
  lines: new Map(),
}

it('sorts the stays into their columns', () => {
  const { waiting, charging, finished } = cardKeeper()(rows, terms, 10_000)
  expect(waiting).toEqual([])
  expect(charging.map(({ id }) => id)).toEqual(['one'])
  expect(finished.map(({ id }) => id)).toEqual(['two'])
})

it('hands the same cards out again while nothing of them has changed', () => {
  const cardsOf = cardKeeper()
  const before = cardsOf(rows, terms, 10_000)
  expect(cardsOf({ ...rows }, terms, 10_000)).toBe(before)
  expect(cardsOf({ ...rows }, terms, 70_000)).toBe(before)
})

it('makes only those anew of which something has changed', () => {
  const cardsOf = cardKeeper()
  const before = cardsOf(rows, terms, 10_000)
  const [one, two] = rows.bills
  if (one === undefined || two === undefined) throw new Error('There are two bills.')
  const after = cardsOf({ ...rows, bills: [{ ...one, inclMinor: 11_000 }, two] }, terms, 10_000)
  expect(after.charging[0]).not.toBe(before.charging[0])
  expect(after.finished).toBe(before.finished)
})

it('goes by the latest bill of a stay', () => {
  const late = billLike({ id: 'bill-3', bookingId: 'one', createdAt: 9e15 })
  const cards = cardKeeper()({ ...rows, bills: [late, ...rows.bills] }, terms, 10_000)
  expect(cards.charging[0]?.bill).toBe(late)
})
