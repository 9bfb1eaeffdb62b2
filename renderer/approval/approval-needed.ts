import { ORPCError } from '@orpc/client'
import type { ApprovedAct } from '../../shared/contract/session.ts'
import type { LimitName } from '../../shared/domain/till/approval.ts'

/** What a supervisor is asked for: the act, and the limit that it lies above. Minor units of `currency`. */
export type ApprovalNeeded = {
  act: ApprovedAct
  limit: LimitName
  sumMinor: number
  limitMinor: number
  currency: string
}

/** What a call that was refused for want of an approval asks for; null where it failed otherwise. */
export function approvalNeededIn(error: unknown): ApprovalNeeded | null {
  if (!(error instanceof ORPCError) || error.code !== 'APPROVAL_NEEDED') return null
  // The boundary: the contract says what this refusal carries.
  return error.data as ApprovalNeeded
}
