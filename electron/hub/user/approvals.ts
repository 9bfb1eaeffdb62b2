import { randomBytes } from 'node:crypto'
import type { ApprovedAct } from '../../../shared/contract/session.ts'
import { MINUTE, type Instant } from '../../../shared/time/instant.ts'

/** How long an approval is good. */
const GOOD_FOR = 2 * MINUTE

/** Who does what was approved: the actor of the journal, and whether they would have to ask nobody. */
export interface Doer {
  readonly actor: string
  readonly mayApprove: boolean
}

/** `approvedBy` is null where nobody had to be asked. `needed`: none was given, or it is not for this. */
export type Approval =
  | { readonly kind: 'approved'; readonly approvedBy: string | null }
  | { readonly kind: 'needed' }

/** What supervisors have agreed to and nobody has done yet. In memory only. */
export interface Approvals {
  /** A supervisor agrees that this actor does this act, once, soon. */
  give(actor: string, act: ApprovedAct, approvedBy: string): { approvalId: string; until: Instant }
  /**
   * For an act above a limit, within its unit of work and after all else was found in order: whether it may be done,
   * and on whose word. An approval that fits is spent by it.
   */
  take(doer: Doer, approvalId: string | undefined, act: ApprovedAct): Approval
}

interface Given {
  readonly actor: string
  readonly act: ApprovedAct
  readonly approvedBy: string
  readonly until: Instant
}

export function openApprovals(clock: () => Instant): Approvals {
  const given = new Map<string, Given>()
  return {
    give(actor, act, approvedBy) {
      for (const [id, { until }] of given) if (until <= clock()) given.delete(id)
      const approvalId = randomBytes(16).toString('base64url')
      const until = clock() + GOOD_FOR
      given.set(approvalId, { actor, act, approvedBy, until })
      return { approvalId, until }
    },
    take({ actor, mayApprove }, approvalId, act) {
      if (mayApprove) return { kind: 'approved', approvedBy: null }
      const found = approvalId === undefined ? undefined : given.get(approvalId)
      const fits =
        found !== undefined &&
        found.until > clock() &&
        found.actor === actor &&
        found.act.act === act.act &&
        found.act.nounId === act.nounId &&
        found.act.amountMinor === act.amountMinor
      if (!fits || approvalId === undefined) return { kind: 'needed' }
      given.delete(approvalId)
      return { kind: 'approved', approvedBy: found.approvedBy }
    },
  }
}
