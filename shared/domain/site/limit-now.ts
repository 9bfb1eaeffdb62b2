import type { Instant } from '../../time/instant.ts'
import type { Site } from './site.ts'
import type { TemporaryLimit } from './temporary-limit.ts'

/** What limits the site at an instant. */
export interface LimitNow {
  /** The lower of the two below, W; null when nothing limits it. */
  readonly limitW: number | null
  /** What the grid connection bears, W, reserve included; a fuse alone counts as three phases of its current. */
  readonly gridW: number | null
  /** The limit for a while that holds then, the lowest of several; null when none does. */
  readonly temporary: TemporaryLimit | null
}

/** What limits the site at an instant, as people are told it: no reserve is taken off. */
export function limitNow(
  { gridLimitW, gridLimitDa, voltageV }: Pick<Site, 'gridLimitW' | 'gridLimitDa' | 'voltageV'>,
  temporaryLimits: readonly TemporaryLimit[],
  now: Instant,
): LimitNow {
  const fusedW = gridLimitDa === null ? null : Math.floor((3 * voltageV * gridLimitDa) / 10)
  const gridW = least([gridLimitW, fusedW])
  const temporary = standingLimits(temporaryLimits, now)
    .filter((limit) => hasBegun(limit, now))
    .reduce<TemporaryLimit | null>(
      (lowest, limit) => (lowest === null || limit.limitW < lowest.limitW ? limit : lowest),
      null,
    )
  return { limitW: least([gridW, temporary?.limitW ?? null]), gridW, temporary }
}

/** Whether a limit holds already, as far as its beginning goes. */
export function hasBegun({ from, createdAt }: TemporaryLimit, now: Instant): boolean {
  // Whoever looks may know the time a little late; it is never earlier than the limit was set.
  return from <= Math.max(now, createdAt)
}

/** The limits that hold then or later, the first to begin first. */
export function standingLimits(
  limits: readonly TemporaryLimit[],
  now: Instant,
): readonly TemporaryLimit[] {
  return limits
    .filter(({ liftedAt, until }) => liftedAt === null && until > now)
    .toSorted((one, other) => one.from - other.from || one.until - other.until)
}

function least(limits: readonly (number | null)[]): number | null {
  const known = limits.filter((limitW) => limitW !== null)
  return known.length === 0 ? null : Math.min(...known)
}
