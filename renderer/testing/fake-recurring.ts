import type { Router } from '@orpc/server'
import type { recurringContract } from '../../shared/contract/recurring.ts'
import type { FakeStore } from './fake-store.ts'

export function fakeRecurring(
  _store: FakeStore,
): Router<typeof recurringContract, Record<never, never>> {
  throw new Error('to come')
}
