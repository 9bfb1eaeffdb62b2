import {
  type Calendar,
  calendarOf,
  daysOf,
  roughSteps,
} from '../../../shared/domain/load/calendar.ts'
import {
  curveOf,
  gather,
  type Gathered,
  gathered,
  gatherOne,
  phaseCurveOf,
  restOf,
} from '../../../shared/domain/load/curve.ts'
import type {
  DurationPoint,
  LoadCurve,
  LoadPeak,
  LoadStep,
} from '../../../shared/domain/load/load.ts'
import type { Span } from '../../../shared/domain/load/meter.ts'
import { durationOf, knownPctOf, peaksOf } from '../../../shared/domain/load/peaks.ts'
import type { Steps, Total } from '../../../shared/domain/load/steps.ts'
import { HOUR, type Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import { type LineOf, type Lines, linesOf, type NoSuch, type Whose } from './lines.ts'
import { eachDay, eachMinutes, eachQuarters } from './read-steps.ts'

/** So many steps of one line are told at most: a year's hours, with room for the day that is one longer. */
const MOST_STEPS = 9_000
/** So many steps of all lines together. */
const MOST_VALUES = 150_000
/** So many steps are looked through for peaks and durations: five years' quarters. */
const MOST_SEEN = 180_000

export type Asked = Whose & Span

/** What a question of the load is answered with. */
export type Answer<T> =
  | { readonly kind: 'told'; readonly told: T }
  | { readonly kind: 'noSuch'; readonly noSuch: NoSuch }
  | { readonly kind: 'tooFine'; readonly steps: number; readonly most: number }

/** The load curve of what is asked for. */
export async function askCurve(
  reads: Reads,
  asked: Asked & { readonly step: LoadStep },
  now: Instant,
): Promise<Answer<LoadCurve>> {
  const found = await linesOf(reads, asked)
  if ('noun' in found) return { kind: 'noSuch', noSuch: found }
  const all = found.rest === null ? found.lines : [...found.lines, found.rest.whole]
  const most = Math.min(MOST_STEPS, Math.floor(MOST_VALUES / Math.max(1, all.length)))
  const rough = roughSteps(asked.step, asked)
  if (rough > most + 1) return { kind: 'tooFine', steps: rough, most }
  const calendar = calendarOf(asked.step, asked, await zoneOf(reads))
  const lines = await gatherAll(reads, all, calendar, asked, now)
  return { kind: 'told', told: curveOfLines(calendar, found, lines, asked) }
}

async function gatherAll(
  reads: Reads,
  lines: readonly LineOf[],
  calendar: Calendar,
  { step, split }: { readonly step: LoadStep; readonly split: Whose['split'] },
  now: Instant,
): Promise<Map<LineOf, Gathered>> {
  const currents = split === 'phase'
  const all = new Map(lines.map((line) => [line, gathered(calendar, currents)]))
  const span = { from: calendar.startsAt[0] ?? calendar.endsAt, until: calendar.endsAt }
  const each = (line: LineOf, steps: Steps): void => {
    const into = all.get(line)
    if (into !== undefined) gather(into, calendar, steps)
  }
  if (step === 'minute') await eachMinutes(reads, lines, span, each)
  else if (step === 'day' || step === 'month') {
    const days = daysOf(span, await zoneOf(reads))
    const eachOne = (line: LineOf, { from, until }: Span, total: Total): void => {
      const into = all.get(line)
      if (into !== undefined) gatherOne(into, calendar, from, until - from, total)
    }
    await eachDay(reads, lines, days, eachOne, currents)
  } else {
    // Where the clock is half an hour off, its hours are not UTC's.
    const hours = step === 'hour' && calendar.startsAt.every((at) => at % HOUR === 0)
    await eachQuarters(reads, lines, span, now, each, { currents, hours })
  }
  return all
}

function curveOfLines(
  calendar: Calendar,
  { lines, rest }: Lines,
  all: ReadonlyMap<LineOf, Gathered>,
  { split }: Whose,
): LoadCurve {
  const told = lines.map((line) => ({ key: line.key, line: all.get(line) ?? gathered(calendar) }))
  const [first] = told
  if (split === 'phase' && first !== undefined) return phaseCurveOf(calendar, first.line)
  if (rest === null) return curveOf(calendar, told)
  const whole = all.get(rest.whole) ?? gathered(calendar)
  const left = restOf(
    whole,
    told.map(({ line }) => line),
  )
  return curveOf(calendar, [...told, { key: rest.key, line: left }])
}

/** The highest steps of what is asked for. */
export async function askPeaks(
  reads: Reads,
  asked: Asked & { readonly step: 'quarter' | 'hour'; readonly limit: number },
  now: Instant,
): Promise<Answer<LoadPeak[]>> {
  const seen = await seeAll(reads, asked, now)
  if (seen.kind !== 'told') return seen
  const { calendar, line, timeZone } = seen.told
  return { kind: 'told', told: peaksOf(calendar, line, timeZone, asked.limit) }
}

/** The duration curve of what is asked for, and how much of the time it is known of. */
export async function askDuration(
  reads: Reads,
  asked: Asked & { readonly step: 'quarter' | 'hour'; readonly points: number },
  now: Instant,
): Promise<Answer<{ points: DurationPoint[]; knownPct: number }>> {
  const seen = await seeAll(reads, asked, now)
  if (seen.kind !== 'told') return seen
  const { calendar, line } = seen.told
  const points = durationOf(calendar, line, asked.points)
  return { kind: 'told', told: { points, knownPct: knownPctOf(calendar, line, now) } }
}

/** All steps of one line, more than are ever told. */
async function seeAll(
  reads: Reads,
  asked: Asked & { readonly step: 'quarter' | 'hour' },
  now: Instant,
): Promise<Answer<{ calendar: Calendar; line: Gathered; timeZone: string }>> {
  const found = await linesOf(reads, asked)
  if ('noun' in found) return { kind: 'noSuch', noSuch: found }
  const rough = roughSteps(asked.step, asked)
  if (rough > MOST_SEEN) return { kind: 'tooFine', steps: rough, most: MOST_SEEN }
  const timeZone = await zoneOf(reads)
  const calendar = calendarOf(asked.step, asked, timeZone)
  const all = await gatherAll(reads, found.lines, calendar, asked, now)
  const [line = gathered(calendar)] = all.values()
  return { kind: 'told', told: { calendar, line, timeZone } }
}

async function zoneOf(reads: Reads): Promise<string> {
  const [site] = await reads.find('site', {})
  return site?.timeZone ?? 'UTC'
}
