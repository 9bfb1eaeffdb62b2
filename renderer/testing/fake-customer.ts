import type { Router } from '@orpc/server'
import type { customerContract } from '../../shared/contract/customer.ts'
import type { FakeStore } from './fake-store.ts'

export function fakeCustomers(
  _store: FakeStore,
): Router<typeof customerContract, Record<never, never>> {
  throw new Error('to come')
}
