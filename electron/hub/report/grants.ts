import { HOUR, type Instant } from '../../../shared/time/instant.ts'

/** A place that a person has chosen in the shell's own dialog: a file to be written, or a folder for many. */
export interface Grant {
  readonly ticket: string
  readonly path: string
  readonly of: 'file' | 'folder'
}

/**
 * Where may be written. A window never says where: it hands in the ticket that the shell gave it, once, and the shell
 * has told the hub what place that is.
 */
export interface ExportGrants {
  grant(grant: Grant): void
  /** The place, and no more after that; null when there is none, or it was granted for something else or too long ago. */
  use(ticket: string, of: Grant['of']): string | null
}

/** So long a place that was chosen may be used. */
const GOOD_FOR = HOUR
/** So many wait to be used; the oldest go. */
const KEPT = 50

export function exportGrants(clock: () => Instant = Date.now): ExportGrants {
  const grants = new Map<string, Grant & { readonly at: Instant }>()
  return {
    grant(grant) {
      grants.set(grant.ticket, { ...grant, at: clock() })
      for (const ticket of grants.keys()) {
        if (grants.size <= KEPT) break
        grants.delete(ticket)
      }
    },
    use(ticket, of) {
      const grant = grants.get(ticket)
      if (grant === undefined || grant.of !== of) return null
      grants.delete(ticket)
      return clock() - grant.at <= GOOD_FOR ? grant.path : null
    },
  }
}
