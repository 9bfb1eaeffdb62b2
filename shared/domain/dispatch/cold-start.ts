import { SECOND, type Instant } from '../../time/instant.ts'
import { greatestIn, valueAt, type Steps } from './steps.ts'

/** What is known of a connector when one has to reckon with the worst. */
export interface Known {
  /** What the charger has taken, W; null when it has taken nothing that is known. */
  readonly heldW: Steps | null
  /** What it was told and has not answered to, W; null for nothing. */
  readonly askedW: Steps | null
  /** Whether it is known to hold that still: by its answer on this connection, or by its composite schedule. */
  readonly isConfirmed: boolean
  /** What it draws without any profile, W. */
  readonly mostW: number
  /** The last sample; null when there is none that tells of now. */
  readonly measured: { readonly at: Instant; readonly w: number } | null
  readonly askedAt: Instant | null
  /** What a measurement may be off, W. */
  readonly toleranceW: number
}

/** So soon after it was told a sample may still show the old draw. */
const SETTLES_MS = 15 * SECOND

/**
 * The most that a car may draw now, W. What was told and not answered may hold or not, so the greater counts, unless
 * the meter shows that the lowering has come through. What is not confirmed, after a restart of the hub or a charger's
 * return, counts as the greater of what was last told and what is measured.
 */
export function atWorst(known: Known, now: Instant): number {
  const { heldW, askedW, isConfirmed, mostW, measured, askedAt, toleranceW } = known
  const told = [heldW, askedW].filter((steps) => steps !== null)
  if (told.length === 0) return mostW
  const greatest = Math.max(...told.map((steps) => valueAt(steps, now)))
  const measuredW = measured?.w ?? 0
  if (!isConfirmed) return Math.min(mostW, Math.max(greatest, measuredW))
  if (askedW === null) return Math.min(mostW, greatest)
  const askedNowW = valueAt(askedW, now)
  const showsIt =
    measured !== null &&
    askedAt !== null &&
    measured.at >= askedAt + SETTLES_MS &&
    measured.w <= askedNowW + toleranceW
  return Math.min(mostW, showsIt ? askedNowW : greatest)
}

/** What a charger says that it will allow: W, from when on; see OCPP 1.6 §5.7. */
export interface Composite {
  readonly powers: Steps
  readonly until: Instant
}

/** Whether the charger's composite schedule allows no more than what it was told, in all the time that it tells of. */
export function confirms(told: Steps, { powers, until }: Composite, toleranceW: number): boolean {
  const from = powers[0]?.[0]
  if (from === undefined) return false
  const moments = [...powers, ...told].flatMap(([at]) => [at, at + SETTLES_MS])
  return moments.every((at) => {
    if (at < from || at >= until) return true
    // The charger's clock and ours may be some seconds apart.
    const allowed = greatestIn(told, at - SETTLES_MS, at + SETTLES_MS)
    return valueAt(powers, at) <= allowed + toleranceW
  })
}
