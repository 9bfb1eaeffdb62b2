import type { Router } from '@orpc/server'
import type { vehicleContract } from '../../shared/contract/vehicle.ts'
import type { FakeStore } from './fake-store.ts'

export function fakeVehicles(
  _store: FakeStore,
): Router<typeof vehicleContract, Record<never, never>> {
  throw new Error('to come')
}
