import type { Router } from '@orpc/server'
import type { vehicleContract } from '../../../../shared/contract/vehicle.ts'
import type { Caller, RouterParts } from './parts.ts'

export function vehicleRouter(_parts: RouterParts): Router<typeof vehicleContract, Caller> {
  throw new Error('to come')
}
