import { readSeriesFile, type SeriesFile } from '../../../shared/domain/series/series-file.ts'
import { type SeriesStep, sketchOf } from '../../../shared/domain/site/series.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { inTurns } from '../import/in-turns.ts'
import type { Reads } from '../store/reads.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { type SeriesKind, seriesOver } from './series-rows.ts'

const POINTS = 240
const REFUSED_TOLD = 100

/** What a file would bring; nothing is written. */
export async function previewSeries(reads: Reads, kind: SeriesKind, text: string) {
  const { steps, refused, unit } = await readFile(reads, kind, text)
  const runs = runsOf(steps)
  const from = runs[0]?.from ?? null
  const until = runs.at(-1)?.until ?? null
  const known = from === null || until === null ? [] : await seriesOver(reads, kind, from, until)
  const values = steps.map(({ value }) => value)
  return {
    count: steps.length,
    from,
    until,
    lowest: least(values),
    highest: least(values, -1),
    replaced: known.filter((step) => runs.some((run) => overlap(step, run))).length,
    unit: unit.label,
    unitTold: unit.told,
    curve: from === null || until === null ? [] : sketchOf(steps, from, until, POINTS),
    refused: refused.slice(0, REFUSED_TOLD),
    refusedCount: refused.length,
  }
}

/**
 * Takes a file in, all of it or nothing: what its steps cover replaces what was there, the rest stays. Null when no
 * line of it could be read.
 */
export async function importSeries(
  store: Store,
  actor: string,
  kind: SeriesKind,
  text: string,
): Promise<{ count: number; refusedCount: number } | null> {
  const { steps, refused } = await readFile(store.reads, kind, text)
  const runs = runsOf(steps)
  const [first] = runs
  const last = runs.at(-1)
  if (first === undefined || last === undefined) return null
  const count = steps.length
  const refusedCount = refused.length
  await store.work(actor, (tx) => {
    for (const run of runs) clearRun(tx, kind, run)
    insertSteps(tx, kind, steps)
    tx.journal({
      act: 'series.import',
      noun: 'series',
      nounId: kind,
      after: { kind, from: first.from, until: last.until, count, refusedCount },
    })
  })
  return { count, refusedCount }
}

/** Forgets a whole series; returns how many steps it had. */
export function clearSeries(tx: Writes, kind: SeriesKind): number {
  const [counted] = tx.sql(`select count(*) as steps from siteSeries where kind = ?`, [kind])
  const count = Number(counted?.['steps'] ?? 0)
  if (count === 0) return 0
  tx.sql(`delete from siteSeries where kind = ?`, [kind])
  tx.journal({ act: 'series.clear', noun: 'series', nounId: kind, before: { kind, count } })
  return count
}

async function readFile(reads: Reads, kind: SeriesKind, text: string): Promise<SeriesFile> {
  const [site] = await reads.find('site', {})
  if (!site) throw new Error('The site is made when the hub starts.')
  return inTurns(readSeriesFile(kind, text, site))
}

/** Time that steps cover without a gap. */
interface Run {
  readonly from: Instant
  readonly until: Instant
}

function runsOf(steps: readonly SeriesStep[]): Run[] {
  const runs: { from: Instant; until: Instant }[] = []
  for (const { startsAt, endsAt } of steps) {
    const last = runs.at(-1)
    if (last?.until === startsAt) last.until = endsAt
    else runs.push({ from: startsAt, until: endsAt })
  }
  return runs
}

/** Takes away what a run covers; of a step that reaches out of it what reaches out stays. */
function clearRun(tx: Writes, kind: SeriesKind, { from, until }: Run): void {
  // No two steps overlap: of those that begin before, only the last can reach in.
  const within = `kind = ? and startsAt < ? and endsAt > ? and startsAt >= coalesce(
    (select max(startsAt) from siteSeries where kind = ? and startsAt <= ?), ?)`
  const bounds = [kind, until, from, kind, from, from]
  const edges = tx.sql(
    `select startsAt, endsAt, value from siteSeries
      where ${within} and (startsAt < ? or endsAt > ?)`,
    [...bounds, from, until],
  )
  tx.sql(`delete from siteSeries where ${within}`, bounds)
  const left = edges.flatMap((edge) => {
    const startsAt = Number(edge['startsAt'])
    const endsAt = Number(edge['endsAt'])
    const value = Number(edge['value'])
    return [
      { startsAt, endsAt: from, value },
      { startsAt: until, endsAt, value },
    ].filter((part) => part.endsAt > part.startsAt)
  })
  insertSteps(tx, kind, left)
}

/** One statement for all of them: a year of quarters is 35,040. */
function insertSteps(tx: Writes, kind: SeriesKind, steps: readonly SeriesStep[]): void {
  if (steps.length === 0) return
  const rows = steps.map(({ startsAt, endsAt, value }) => [startsAt, endsAt, value])
  tx.sql(
    `insert into siteSeries (kind, startsAt, endsAt, value)
      select ?, value ->> 0, value ->> 1, value ->> 2 from json_each(?)`,
    [kind, JSON.stringify(rows)],
  )
}

function overlap({ startsAt, endsAt }: SeriesStep, { from, until }: Run): boolean {
  return startsAt < until && endsAt > from
}

/** The least of the values, or with the sign turned the greatest; null of none. */
function least(values: readonly number[], sign: 1 | -1 = 1): number | null {
  return values.reduce<number | null>(
    (found, value) => (found === null || value * sign < found * sign ? value : found),
    null,
  )
}
