import type { Router } from '@orpc/server'
import type { customerContract } from '../../../../shared/contract/customer.ts'
import type { Caller, RouterParts } from './parts.ts'

export function customerRouter(_parts: RouterParts): Router<typeof customerContract, Caller> {
  throw new Error('to come')
}
