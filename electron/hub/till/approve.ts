import { aboveLimit, type AboveLimit, type Limited } from '../../../shared/domain/till/approval.ts'
import type { TillTerms } from '../../../shared/domain/till/till-terms.ts'
import type { Writes } from '../store/writes.ts'

/** An act above a limit, as a supervisor agrees to it. */
export interface ActToApprove {
  /** The call, such as `payment.refund`. */
  readonly act: string
  readonly nounId: string
  readonly amountMinor: number
}

/**
 * Asks whether an act above a limit may be done, and on whose word; `approvedBy` is null where nobody had to be asked.
 * What a supervisor had agreed to is used up by it.
 */
export type Approver = (
  act: ActToApprove,
) => { readonly kind: 'approved'; readonly approvedBy: string | null } | { readonly kind: 'needed' }

export interface ApprovalNeeded extends AboveLimit {
  readonly code: 'approvalNeeded'
  readonly act: ActToApprove
  readonly currency: string
}

export type Passing =
  /** Null where it is below all limits or nobody is asked. */
  | { readonly kind: 'passes'; readonly approvedBy: string | null }
  | { readonly kind: 'refused'; readonly refusal: ApprovalNeeded }

/** Nobody is asked: what the hub does by itself. */
export const nobodyAsked: Approver = () => ({ kind: 'approved', approvedBy: null })

/** Whether something may be done that may lie above a limit; to be asked last, as what was agreed to is used up. */
export function passLimit(
  tx: Writes,
  approver: Approver,
  limited: Limited & Pick<ActToApprove, 'act' | 'nounId'> & { readonly currency: string },
): Passing {
  const { act, nounId, amountMinor, currency } = limited
  const above = aboveLimit(limited, tillTermsOf(tx))
  if (above === null) return { kind: 'passes', approvedBy: null }
  const asked = { act, nounId, amountMinor }
  const answer = approver(asked)
  if (answer.kind === 'approved') return { kind: 'passes', approvedBy: answer.approvedBy }
  return {
    kind: 'refused',
    refusal: { code: 'approvalNeeded', ...above, act: asked, currency },
  }
}

/** How tills are kept, as the unit finds it. */
export function tillTermsOf(tx: Writes): TillTerms {
  const terms = tx.get('tillTerms', 'tillTerms')
  if (terms === undefined) throw new Error('The terms are made when the hub starts.')
  return terms
}
