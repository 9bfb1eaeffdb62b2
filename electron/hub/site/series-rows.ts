import type { SeriesStep } from '../../../shared/domain/site/series.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import type { SiteSeriesRow } from '../store/tables.ts'

export type SeriesKind = SiteSeriesRow['kind']

/** So far back a gap is filled from: the week before, and the one before that where it has the same gap. */
const REACH_MS = 14 * DAY

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
 * The steps it takes to know a stretch of time: its own, and two weeks before it, or before the end of the series where
 * that comes first, to fill what is missing.
 */
export async function seriesAhead(
  reads: Reads,
  kind: SeriesKind,
  from: Instant,
  until: Instant,
): Promise<SeriesStep[]> {
  const last = await reads.query
    .selectFrom('siteSeries')
    .select(({ fn }) => fn.max('endsAt').as('endsAt'))
    .where('kind', '=', kind)
    .where('startsAt', '<', until)
    .executeTakeFirst()
  const lastAt = last?.endsAt ?? from
  return seriesOver(reads, kind, Math.min(from, lastAt) - REACH_MS, until)
}
