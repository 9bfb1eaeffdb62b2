import type { SeriesStep } from '../../../shared/domain/site/series.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import type { SiteSeriesRow } from '../store/load-rows.ts'

export type SeriesKind = SiteSeriesRow['kind']

/** So far back a gap is filled from: some weeks may have the same gap. */
const REACH_MS = 35 * DAY

/** The steps that lie, if only in part, between two instants, in order. */
export async function seriesOver(
  { query }: Reads,
  kind: SeriesKind,
  from: Instant,
  until: Instant,
): Promise<SeriesStep[]> {
  return (
    query
      .selectFrom('siteSeries')
      .select(['startsAt', 'endsAt', 'value'])
      .where('kind', '=', kind)
      .where('endsAt', '>', from)
      .where('startsAt', '<', until)
      // The longest step is a day, unless its end was told; the key finds where to begin.
      .orderBy('startsAt')
      .execute()
  )
}

/**
 * The steps it takes to know the time ahead: all from now on, and those of five weeks before to fill what is missing. Of
 * a series that has ended it is its last five weeks.
 */
export async function seriesAhead(
  reads: Reads,
  kind: SeriesKind,
  now: Instant,
): Promise<SeriesStep[]> {
  const last = await reads.query
    .selectFrom('siteSeries')
    .select(({ fn }) => fn.max('endsAt').as('endsAt'))
    .where('kind', '=', kind)
    .executeTakeFirst()
  const from = Math.min(now, last?.endsAt ?? now) - REACH_MS
  return seriesOver(reads, kind, from, Number.MAX_SAFE_INTEGER)
}
