import { DAY, type Instant } from '../../time/instant.ts'
import type { LintFinding } from './lint-finding.ts'

/** How long ahead of an end that nothing follows it is time to do something. */
const SOON_MS = 30 * DAY

/** What is odd about when the versions of a tariff hold: times without one, from now on. */
export function lintValidity(
  versions: readonly { readonly validFrom: Instant; readonly validUntil: Instant | null }[],
  now: Instant,
): LintFinding[] {
  const found: LintFinding[] = []
  let heldUntil: Instant | null = null
  let open = false
  for (const { validFrom, validUntil } of versions.toSorted(
    (one, other) => one.validFrom - other.validFrom,
  )) {
    if (!open && heldUntil !== null && validFrom > heldUntil && validFrom > now)
      found.push({
        code: 'validityGap',
        severity: 'warning',
        path: 'start_date_time',
        from: Math.max(heldUntil, now),
        until: validFrom,
      })
    if (validUntil === null) open = true
    else heldUntil = Math.max(heldUntil ?? validUntil, validUntil)
  }
  if (!open && heldUntil !== null)
    found.push({
      code: 'endsUnfollowed',
      severity: heldUntil < now + SOON_MS ? 'warning' : 'note',
      path: 'end_date_time',
      from: heldUntil,
    })
  return found
}
