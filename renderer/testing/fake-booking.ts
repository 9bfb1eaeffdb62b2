import type { Router } from '@orpc/server'
import type { bookingContract } from '../../shared/contract/booking.ts'
import type { FakeStore } from './fake-store.ts'

export function fakeBookings(
  _store: FakeStore,
): Router<typeof bookingContract, Record<never, never>> {
  throw new Error('to come')
}
