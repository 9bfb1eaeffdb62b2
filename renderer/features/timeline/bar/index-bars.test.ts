import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookingState } from '../../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { bookingLike } from '../booking-fixture.ts'
import { bookingIndexer, within } from './index-bars.ts'

const anyBooking = fc
  .record({
    id: fc.integer({ min: 0, max: 30 }).map(String),
    row: fc.integer({ min: 0, max: 4 }),
    arrivesAt: fc.integer({ min: 0, max: 1_000 }),
    length: fc.integer({ min: 1, max: 200 }),
    state: fc.constantFrom(...bookingState.options),
  })
  .map(({ id, row, arrivesAt, length, state }) =>
    bookingLike({
      id,
      state,
      arrivesAt,
      departsAt: arrivesAt + length,
      stationId: row === 0 ? null : `s${row}`,
      connectorId: row === 0 ? null : 1,
    }),
  )
const mapOf = (bookings: readonly Booking[]) => new Map(bookings.map((row) => [row.id, row]))

test('indexed step by step it is the same as indexed at once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyBooking, { maxLength: 12 }), { maxLength: 6 }), (steps) => {
      const stepwise = bookingIndexer()
      for (const step of steps) {
        const bookings = mapOf(step)
        expect(stepwise(bookings)).toEqual(bookingIndexer()(bookings))
      }
    }),
  )
})

test('a window holds exactly the bookings that touch it, in order', () => {
  fc.assert(
    fc.property(
      fc.array(anyBooking, { maxLength: 30 }),
      fc.integer({ min: 0, max: 1_000 }),
      fc.integer({ min: 1, max: 300 }),
      (list, from, length) => {
        const bookings = mapOf(list)
        const until = from + length
        for (const [place, row] of bookingIndexer()(bookings).rows) {
          const found = within(row, from, until)
          const wanted = [...bookings.values()].filter(
            (booking) =>
              placeOf(booking) === place &&
              booking.state !== 'cancelled' &&
              booking.arrivesAt < until &&
              (booking.departsAt > from ||
                ['arrived', 'charging', 'finished'].includes(booking.state)),
          )
          expect(new Set(found)).toEqual(new Set(wanted))
          expect(found).toEqual(found.toSorted((a, b) => a.arrivesAt - b.arrivesAt))
        }
      },
    ),
  )
})

test('rows in which nothing changed keep their identity', () => {
  const indexer = bookingIndexer()
  const mine = bookingLike({ id: 'a', stationId: 's1' })
  const other = bookingLike({ id: 'b', stationId: 's2' })
  const before = indexer(mapOf([mine, other]))
  const after = indexer(mapOf([{ ...mine, arrivesAt: 5 }, other]))
  expect(after.rows.get('s1/1')).not.toBe(before.rows.get('s1/1'))
  expect(after.rows.get('s2/1')).toBe(before.rows.get('s2/1'))
})

test('a booking that moves leaves its old row', () => {
  const indexer = bookingIndexer()
  const booking = bookingLike({ id: 'a', stationId: 's1' })
  indexer(mapOf([booking]))
  const { rows } = indexer(mapOf([{ ...booking, stationId: 's2' }]))
  expect([...rows.keys()]).toEqual(['s2/1'])
})

test('what is over waits for no place', () => {
  const nowhere = { stationId: null, connectorId: null }
  const waiting = bookingLike({ id: 'a', ...nowhere })
  const over = bookingLike({ id: 'b', ...nowhere, state: 'noShow' })
  expect(bookingIndexer()(mapOf([waiting, over])).unplaced).toEqual([waiting])
})

test('cancelled bookings are shown when asked for', () => {
  const bookings = mapOf([bookingLike({ id: 'a', state: 'cancelled' })])
  const indexer = bookingIndexer()
  expect(indexer(bookings).rows.size).toBe(0)
  expect(indexer(bookings, true).rows.size).toBe(1)
  expect(indexer(bookings, false).rows.size).toBe(0)
})
