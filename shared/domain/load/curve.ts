import type { Instant } from '../../time/instant.ts'
import type { Calendar } from './calendar.ts'
import type { LoadCurve, LoadLine, LoadMark } from './load.ts'
import { markBits, NONE, plus, type Steps, type Total, WHOLE } from './steps.ts'

/** A line of a curve as it is put together from finer steps, in whatever order these come. */
export interface Gathered {
  readonly energyWh: Float64Array
  readonly maxW: Float64Array
  /** 0.1 A times ms on each phase; `NONE` where not told. Null where nobody asks for them. */
  readonly currents: readonly [Float64Array, Float64Array, Float64Array] | null
  readonly knownMs: Float64Array
  readonly flags: Uint8Array
}

/** A line of which nothing has come yet. */
export function gathered({ startsAt: { length } }: Calendar, currents = false): Gathered {
  const none = () => new Float64Array(length).fill(NONE)
  return {
    energyWh: new Float64Array(length),
    maxW: none(),
    currents: currents ? [none(), none(), none()] : null,
    knownMs: new Float64Array(length),
    flags: new Uint8Array(length),
  }
}

/** Adds finer steps, each to the calendar's step that it begins in; those outside count nothing. */
export function gather(line: Gathered, calendar: Calendar, steps: Steps): void {
  const { startsAt, stepMs } = steps
  let into = stepAt(calendar, startsAt)
  for (let at = 0; at < steps.count; at += 1) {
    const begins = startsAt + at * stepMs
    if (begins >= calendar.endsAt) return
    while (into + 1 < calendar.startsAt.length && begins >= (calendar.startsAt[into + 1] ?? 0))
      into += 1
    if (into < 0 || begins < (calendar.startsAt[0] ?? 0)) continue
    const known = steps.known[at] ?? 0
    const flags = steps.flags[at] ?? 0
    if (known === 0 && flags === 0) continue
    line.energyWh[into] = (line.energyWh[into] ?? 0) + (steps.energyWh[at] ?? 0)
    line.maxW[into] = Math.max(line.maxW[into] ?? NONE, steps.maxW[at] ?? NONE)
    line.knownMs[into] = (line.knownMs[into] ?? 0) + (known * stepMs) / WHOLE
    line.flags[into] = (line.flags[into] ?? 0) | flags
    if (line.currents === null) continue
    for (const phase of [0, 1, 2] as const)
      addCurrent(line.currents[phase], into, steps.meanDa[phase][at], stepMs)
  }
}

/** Adds one longer step, a day say, to the calendar's step that it begins in. */
export function gatherOne(
  line: Gathered,
  calendar: Calendar,
  startsAt: Instant,
  lengthMs: number,
  total: Total,
): void {
  const into = stepAt(calendar, startsAt)
  if (into < 0 || startsAt >= calendar.endsAt) return
  line.energyWh[into] = (line.energyWh[into] ?? 0) + total.energyWh
  line.maxW[into] = Math.max(line.maxW[into] ?? NONE, total.maxW)
  line.knownMs[into] = (line.knownMs[into] ?? 0) + (total.known * lengthMs) / WHOLE
  line.flags[into] = (line.flags[into] ?? 0) | total.flags
  if (line.currents === null) return
  for (const phase of [0, 1, 2] as const)
    addCurrent(line.currents[phase], into, total.meanDa[phase], lengthMs)
}

/**
 * What is left of a line once its parts are taken from it, nothing where these are more: they may have been parts of
 * something else then.
 */
export function restOf(whole: Gathered, parts: readonly Gathered[]): Gathered {
  const energyWh = whole.energyWh.slice()
  for (const part of parts)
    for (let at = 0; at < energyWh.length; at += 1)
      energyWh[at] = Math.max(0, (energyWh[at] ?? 0) - (part.energyWh[at] ?? 0))
  return { ...whole, energyWh, maxW: whole.maxW.map(() => NONE) }
}

function addCurrent(
  sums: Float64Array,
  into: number,
  meanDa: number | undefined,
  ms: number,
): void {
  if (meanDa === undefined || meanDa === NONE) return
  sums[into] = plus(sums[into] ?? NONE, meanDa * ms)
}

/** The calendar's step that a moment lies in or after; -1 before the first. */
function stepAt({ startsAt }: Calendar, at: Instant): number {
  let [low, high] = [0, startsAt.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((startsAt[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** How long each step of the calendar is, ms. */
function lengthsOf({ startsAt, endsAt }: Calendar): number[] {
  return startsAt.map((at, index) => (startsAt[index + 1] ?? endsAt) - at)
}

/** The curve of these lines: of energy, or by phase of current. */
export function curveOf(
  calendar: Calendar,
  lines: readonly { readonly key: string; readonly line: Gathered }[],
): LoadCurve {
  const lengths = lengthsOf(calendar)
  return {
    startsAt: [...calendar.startsAt],
    endsAt: calendar.endsAt,
    lines: lines.map(({ key, line }) => energyLine(key, line, lengths)),
    marks: marksOf(calendar, lines),
  }
}

/** The curve of one line's currents, a line for each phase. */
export function phaseCurveOf(calendar: Calendar, line: Gathered): LoadCurve {
  const lengths = lengthsOf(calendar)
  const empty = lengths.map(() => null)
  const { knownPct } = energyLine('', line, lengths)
  return {
    startsAt: [...calendar.startsAt],
    endsAt: calendar.endsAt,
    lines: ([0, 1, 2] as const).map((phase) => ({
      key: `L${phase + 1}`,
      energyWh: empty,
      maxW: empty,
      meanDa: lengths.map((length, at) => {
        const sum = line.currents?.[phase][at] ?? NONE
        return sum === NONE ? null : Math.round(sum / length)
      }),
      knownPct,
    })),
    marks: marksOf(calendar, [{ line }]),
  }
}

function energyLine(key: string, line: Gathered, lengths: readonly number[]): LoadLine {
  const known = (at: number): boolean => (line.knownMs[at] ?? 0) > 0
  return {
    key,
    energyWh: lengths.map((_, at) => (known(at) ? (line.energyWh[at] ?? 0) : null)),
    maxW: lengths.map((_, at) => (line.maxW[at] === NONE ? null : (line.maxW[at] ?? null))),
    meanDa: null,
    knownPct: lengths.map((length, at) => Math.floor(((line.knownMs[at] ?? 0) * 100) / length)),
  }
}

/** What is odd about any of the lines, stretch by stretch. */
function marksOf(
  { startsAt, endsAt }: Calendar,
  lines: readonly { readonly line: Gathered }[],
): LoadCurve['marks'] {
  const marks: LoadCurve['marks'] = []
  for (const [bit, mark] of markBits) {
    let open: { from: Instant; until: Instant; mark: LoadMark } | null = null
    for (const [at, from] of startsAt.entries()) {
      if (!lines.some(({ line }) => ((line.flags[at] ?? 0) & bit) !== 0)) {
        open = null
        continue
      }
      const until = startsAt[at + 1] ?? endsAt
      if (open === null) marks.push((open = { from, until, mark }))
      else open.until = until
    }
  }
  return marks.toSorted((one, other) => one.from - other.from)
}
