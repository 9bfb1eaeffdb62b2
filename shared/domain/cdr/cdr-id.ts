import type { BillRevision } from '../bill/bill.ts'
import type { Id } from '../id/id.ts'

/**
 * The CDR of a bill as it was made final: each revision has its own, since a CDR that was sent is never changed
 * (OCPI 2.2.1 mod_cdrs, Credit CDRs). 36 characters of the 39 that OCPI allows.
 */
export function cdrIdOf({ id }: Pick<BillRevision, 'id'>): Id {
  return id
}

/** The credit CDR that takes back the one of a revision: its id with `-C` (OCPI 2.2.1 mod_cdrs, Credit CDRs). */
export function creditCdrIdOf(revision: Pick<BillRevision, 'id'>): string {
  return `${cdrIdOf(revision)}-C`
}
