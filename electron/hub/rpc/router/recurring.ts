import type { Router } from '@orpc/server'
import type { recurringContract } from '../../../../shared/contract/recurring.ts'
import type { Caller, RouterParts } from './parts.ts'

export function recurringRouter(_parts: RouterParts): Router<typeof recurringContract, Caller> {
  throw new Error('to come')
}
