import { implement } from '@orpc/server'
import { type SeriesKind, seriesContract } from '../../../shared/contract/series.ts'
import { atOnce } from '../../../shared/domain/import/in-turns.ts'
import { readSeriesFile } from '../../../shared/domain/series/series-file.ts'
import { type SeriesStep, sketchOf } from '../../../shared/domain/site/series.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(seriesContract)

/** Base load and prices that files bring in, in memory. */
export function fakeSeries(store: FakeStore) {
  const known: Record<SeriesKind, readonly SeriesStep[]> = { base: [], price: [] }
  const read = (kind: SeriesKind, text: string) => {
    const [site] = store.rows.site
    if (!site) throw new Error('the seed has no site')
    return atOnce(readSeriesFile(kind, text, site))
  }
  const covered = (kind: SeriesKind, steps: readonly SeriesStep[]) =>
    known[kind].filter((old) =>
      steps.some((step) => step.startsAt < old.endsAt && step.endsAt > old.startsAt),
    )
  return {
    get: on.get.handler(({ input: { kind, from, until } }) => ({
      rows: known[kind].filter((step) => step.endsAt > from && step.startsAt < until),
    })),
    preview: on.preview.handler(({ input: { kind, text } }) => {
      const { steps, refused, unit } = read(kind, text)
      const from = steps[0]?.startsAt ?? null
      const until = steps.at(-1)?.endsAt ?? null
      const values = steps.map(({ value }) => value)
      return {
        count: steps.length,
        from,
        until,
        lowest: values.length === 0 ? null : Math.min(...values),
        highest: values.length === 0 ? null : Math.max(...values),
        replaced: covered(kind, steps).length,
        unit: unit.label,
        unitTold: unit.told,
        curve: from === null || until === null ? [] : sketchOf(steps, from, until, 240),
        refused: refused.slice(0, 100),
        refusedCount: refused.length,
      }
    }),
    import: on.import.handler(({ input: { kind, text }, errors }) => {
      const { steps, refused } = read(kind, text)
      if (steps.length === 0) throw errors.SERIES_EMPTY()
      const gone = new Set(covered(kind, steps))
      known[kind] = [...known[kind].filter((old) => !gone.has(old)), ...steps].toSorted(
        (one, other) => one.startsAt - other.startsAt,
      )
      return { count: steps.length, refusedCount: refused.length }
    }),
    clear: on.clear.handler(({ input: { kind } }) => {
      const count = known[kind].length
      known[kind] = []
      return { count }
    }),
  }
}
