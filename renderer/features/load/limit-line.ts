import type { Feeder } from '../../../shared/domain/site/feeder.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Stretch } from './span.ts'

/** From when which limit holds, W of all phases together or 0.1 A of each; null: none is known. */
export interface LimitStep {
  readonly at: Instant
  readonly limit: number | null
}

type Fuse = Pick<Site, 'voltageV'>

/**
 * What the connection bears over a stretch, with a notch wherever a temporary limit lies lower.
 * @param unit W for all phases together, 0.1 A for each of them
 */
export function siteLimit(
  site: Pick<Site, 'gridLimitW' | 'gridLimitDa' | 'voltageV'>,
  temporary: readonly TemporaryLimit[],
  { from, until }: Stretch,
  unit: 'W' | 'dA',
): LimitStep[] {
  const own = ownLimit(site.gridLimitW, site.gridLimitDa, site, unit)
  const holding = temporary.filter((row) => row.liftedAt === null || row.liftedAt > row.from)
  const ends = holding.flatMap((row) => [row.from, endOf(row)])
  const times = [from, ...ends.filter((at) => at > from && at < until)]
  return [...new Set(times)]
    .toSorted((a, b) => a - b)
    .map((at) => {
      const lower = holding
        .filter((row) => row.from <= at && at < endOf(row))
        .map(({ limitW }) => (unit === 'W' ? limitW : toDa(limitW, site)))
      const limits = [...(own === null ? [] : [own]), ...lower]
      return { at, limit: limits.length === 0 ? null : Math.min(...limits) }
    })
}

/** What a feeder bears: always the same. */
export function feederLimit(
  feeder: Pick<Feeder, 'limitW' | 'limitDa'>,
  fuse: Fuse,
  { from }: Stretch,
  unit: 'W' | 'dA',
): LimitStep[] {
  return [{ at: from, limit: ownLimit(feeder.limitW, feeder.limitDa, fuse, unit) }]
}

/** The lower of two limits told in different units. */
function ownLimit(
  limitW: number | null,
  limitDa: number | null,
  fuse: Fuse,
  unit: 'W' | 'dA',
): number | null {
  const limits =
    unit === 'W'
      ? [limitW, limitDa === null ? null : Math.round((limitDa / 10) * 3 * fuse.voltageV)]
      : [limitDa, limitW === null ? null : toDa(limitW, fuse)]
  const known = limits.filter((limit) => limit !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function toDa(limitW: number, { voltageV }: Fuse): number {
  return Math.round((limitW / (3 * voltageV)) * 10)
}

function endOf({ until, liftedAt }: TemporaryLimit): Instant {
  return liftedAt === null ? until : Math.min(until, liftedAt)
}
