import type { Router } from '@orpc/server'
import type { bookingContract } from '../../../../shared/contract/booking.ts'
import type { Caller, RouterParts } from './parts.ts'

export function bookingRouter(_parts: RouterParts): Router<typeof bookingContract, Caller> {
  throw new Error('to come')
}
