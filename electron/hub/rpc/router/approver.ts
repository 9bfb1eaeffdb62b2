import type { Approver } from '../../till/approve.ts'
import type { Onlooker } from '../../till/detail.ts'
import type { Keeper } from '../../till/held.ts'
import type { Caller } from './parts.ts'

/** Whoever calls, as tills see them. */
export type AtTill = Keeper & Onlooker

/** What a caller may do at tills. Where there are no users, the desk still counts blind. */
export function atTill({ actor }: Caller): AtTill {
  return { mayAnyDrawer: true, maySeeExpected: actor === 'api' }
}

/**
 * Who may let pass what is above a limit in this call.
 * @param _approvalId what `session.approve` gave, where somebody was asked
 */
export function approverOf(_caller: Caller, _approvalId: string | undefined): Approver {
  return { kind: 'nobody' }
}
