import { randomBytes } from 'node:crypto'
import type { ApprovedAct } from '../../../shared/contract/session.ts'
import { MINUTE, type Instant } from '../../../shared/time/instant.ts'
import type { Session } from './session.ts'

/** How long an approval is good. */
const GOOD_FOR = 2 * MINUTE

/** Who asks, and where: the actor of the journal, and the window, socket or script's session that they are at. */
export interface Asker {
  readonly session: Session
  readonly actor: string
}

/** Who does what was approved, and whether they would have to ask nobody. */
export interface Doer extends Asker {
  readonly mayApprove: boolean
}

/** `approvedBy` is null where nobody had to be asked. `needed`: none was given, or it is not for this. */
export type Approval =
  | { readonly kind: 'approved'; readonly approvedBy: string | null }
  | { readonly kind: 'needed' }

/** What supervisors have agreed to and nobody has done yet. In memory only. */
export interface Approvals {
  /** A supervisor agrees that who asks does this act, here, once, soon. */
  give(asker: Asker, act: ApprovedAct, approvedBy: string): { approvalId: string; until: Instant }
  /**
   * For an act above a limit, within its unit of work and after all else was found in order: whether it may be done,
   * and on whose word. An approval that fits is spent by it.
   */
  take(doer: Doer, approvalId: string | undefined, act: ApprovedAct): Approval
}

interface Given extends Asker {
  readonly act: ApprovedAct
  readonly approvedBy: string
  readonly until: Instant
}

export function openApprovals(clock: () => Instant): Approvals {
  const given = new Map<string, Given>()
  return {
    give({ session, actor }, act, approvedBy) {
      for (const [id, { until }] of given) if (until <= clock()) given.delete(id)
      const approvalId = randomBytes(16).toString('base64url')
      const until = clock() + GOOD_FOR
      given.set(approvalId, { session, actor, act, approvedBy, until })
      return { approvalId, until }
    },
    take({ session, actor, mayApprove }, approvalId, act) {
      if (mayApprove) return { kind: 'approved', approvedBy: null }
      const found = approvalId === undefined ? undefined : given.get(approvalId)
      const fits =
        found !== undefined &&
        found.until > clock() &&
        found.session === session &&
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
