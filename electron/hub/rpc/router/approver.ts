import type { Approvals } from '../../user/approvals.ts'
import type { Approver } from '../../till/approve.ts'
import type { Onlooker } from '../../till/detail.ts'
import type { Keeper } from '../../till/held.ts'
import type { Acting } from './parts.ts'

/** What a caller may do and see at drawers. Where there are no users, the desk still counts blind. */
export function atTill({ mayApprove, standing, actor }: Acting): Keeper & Onlooker {
  const isBlind = !mayApprove || (standing.kind === 'open' && actor === 'desk')
  return { mayAnyDrawer: mayApprove, maySeeExpected: !isBlind }
}

/**
 * Who may let pass what is above a limit in this call.
 * @param approvalId what `session.approve` gave, where somebody was asked
 */
export function approverOf(
  approvals: Approvals,
  doer: Acting,
  approvalId: string | undefined,
): Approver {
  return (act) => approvals.take(doer, approvalId, act)
}
