import { expect, test } from 'vitest'
import { bookingLike } from '../booking-fixture.ts'
import { bookingFinder, nextHit } from './find.ts'

const bookings = [
  bookingLike({ id: 'c', plate: 'GHI 789', arrivesAt: 30, departsAt: 40 }),
  bookingLike({ id: 'a', plate: 'ABC-123', arrivesAt: 10, departsAt: 20, note: 'key at the desk' }),
  bookingLike({ id: 'b', plate: 'DEF456', arrivesAt: 20, departsAt: 30 }),
]
const findBookings = bookingFinder()
const known = () => ({ words: [], stationName: 'A1' })
const ids = (typed: string) => findBookings(bookings, typed, known).map(({ id }) => id)

test('a plate is found however it is spaced', () => {
  expect(ids('abc123')).toEqual(['a'])
  expect(ids('ABC 123')).toEqual(['a'])
  expect(ids('DEF-4')).toEqual(['b'])
})

test('stations and notes are found, soonest first', () => {
  expect(ids('a1')).toEqual(['a', 'b', 'c'])
  expect(ids('desk key')).toEqual(['a'])
})

test('nothing typed finds nothing', () => {
  expect(ids('')).toEqual([])
  expect(ids('  - ')).toEqual([])
})

test('Enter begins with what is not over and walks round', () => {
  const hits = findBookings(bookings, 'a1', known)
  expect(nextHit(hits, null, 25)?.id).toBe('b')
  expect(nextHit(hits, 'b', 25)?.id).toBe('c')
  expect(nextHit(hits, 'c', 25)?.id).toBe('a')
  expect(nextHit(hits, 'a', 25, -1)?.id).toBe('c')
  expect(nextHit(hits, null, 99)?.id).toBe('c')
  expect(nextHit([], null, 0)).toBeUndefined()
})

test('a booking is found by its vehicle’s new words once those have changed', () => {
  const find = bookingFinder()
  const named = (words: readonly string[]) =>
    find(bookings, 'norrbud', () => ({ words, stationName: '' })).length
  expect(named(['Älvnäs'])).toBe(0)
  expect(named(['Norrbud Transport'])).toBe(3)
})
