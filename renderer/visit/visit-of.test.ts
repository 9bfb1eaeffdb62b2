import { expect, test } from 'vitest'
import type { Visit } from '../../shared/domain/visit/visit.ts'
import { visitFixture } from './visit-fixture.ts'
import { visitKeeper } from './visit-of.ts'

const of = (bookingId: string | null, createdAt: number): Visit =>
  visitFixture({ id: `${bookingId} ${createdAt}`, bookingId, createdAt })

test('a booking has the latest visit that became it', () => {
  const visits = [of('a', 1), of('a', 3), of('a', 2), of('b', 1), of(null, 9)]
  const byBooking = visitKeeper()(visits)
  expect(byBooking.get('a')?.createdAt).toBe(3)
  expect([...byBooking.keys()]).toEqual(['a', 'b'])
})

test('the map is the same until the visits are others', () => {
  const visitsOf = visitKeeper()
  const visits = [of('a', 1)]
  const before = visitsOf(visits)
  expect(visitsOf(visits)).toBe(before)
  expect(visitsOf([of('a', 2)])).not.toBe(before)
})
