import type { Instant } from '../../time/instant.ts'
import type { LoadMark } from './load.ts'

/** Stands in a figure's place where none is known. */
export const NONE = -2_147_483_648

/** A step that is known from its beginning to its end: shares are counted in sixty-thousandths, a minute's in ms. */
export const WHOLE = 60_000

/** What is said of a step, as bits. `MEASURED`: a meter told something in it, not only the ends of transactions. */
export const MISSING = 1
export const ESTIMATED = 2
export const CLOCK_SUSPECT = 4
export const LATE = 8
export const MEASURED = 16

/** The marks that people see, by bit. */
export const markBits: readonly (readonly [number, LoadMark])[] = [
  [MISSING, 'missing'],
  [ESTIMATED, 'estimated'],
  [CLOCK_SUSPECT, 'clockSuspect'],
  [LATE, 'late'],
]

/** Steps of equal length that follow each other; each figure is an array with one value a step. */
export interface Steps {
  readonly startsAt: Instant
  readonly stepMs: number
  readonly count: number
  /** Of what is known of the step. */
  readonly energyWh: Int32Array
  /** The greatest power in the step, or `NONE`. */
  readonly maxW: Int32Array
  /** Mean current over the step on the grid's L1, L2 and L3, 0.1 A, or `NONE`. */
  readonly meanDa: readonly [Int32Array, Int32Array, Int32Array]
  /** Which share of the step is known, 0 to `WHOLE`. */
  readonly known: Uint16Array
  /** Bits. */
  readonly flags: Uint8Array
}

/** Steps of which nothing is known. */
export function blankSteps(startsAt: Instant, stepMs: number, count: number): Steps {
  const none = () => new Int32Array(count).fill(NONE)
  return {
    startsAt,
    stepMs,
    count,
    energyWh: new Int32Array(count),
    maxW: none(),
    meanDa: [none(), none(), none()],
    known: new Uint16Array(count),
    flags: new Uint8Array(count),
  }
}

/** One step, or several as one. */
export interface Total {
  readonly energyWh: number
  /** `NONE` where not known. */
  readonly maxW: number
  readonly meanDa: readonly [number, number, number]
  readonly known: number
  readonly flags: number
}

/** The steps from one place up to another as one: energy adds up, of powers the greatest counts, the rest is a mean. */
export function totalOf(steps: Steps, from = 0, until = steps.count): Total {
  let [energyWh, maxW, known, flags] = [0, NONE, 0, 0]
  for (let at = from; at < until; at += 1) {
    energyWh += steps.energyWh[at] ?? 0
    maxW = Math.max(maxW, steps.maxW[at] ?? NONE)
    known += steps.known[at] ?? 0
    flags |= steps.flags[at] ?? 0
  }
  const count = until - from
  const mean = (phase: Int32Array): number => {
    let sum = NONE
    for (let at = from; at < until; at += 1) sum = plus(sum, phase[at] ?? NONE)
    return sum === NONE ? NONE : Math.round(sum / count)
  }
  const [l1, l2, l3] = steps.meanDa
  return {
    energyWh,
    maxW,
    meanDa: [mean(l1), mean(l2), mean(l3)],
    known: Math.round(known / count),
    flags,
  }
}

/** Steps so many times as long: those that begin together with the first. */
export function coarser(steps: Steps, times: number): Steps {
  const count = Math.floor(steps.count / times)
  const coarse = blankSteps(steps.startsAt, steps.stepMs * times, count)
  for (let at = 0; at < count; at += 1)
    put(coarse, at, totalOf(steps, at * times, (at + 1) * times))
  return coarse
}

/** Puts a step in its place. */
export function put(steps: Steps, at: number, step: Total): void {
  steps.energyWh[at] = step.energyWh
  steps.maxW[at] = step.maxW
  steps.known[at] = step.known
  steps.flags[at] = step.flags
  for (const phase of [0, 1, 2] as const) steps.meanDa[phase][at] = step.meanDa[phase]
}

/** The steps from one place up to another, sharing their memory. */
export function sliceOf(steps: Steps, from: number, count: number): Steps {
  const part = (array: Int32Array) => array.subarray(from, from + count)
  const [l1, l2, l3] = steps.meanDa
  return {
    startsAt: steps.startsAt + from * steps.stepMs,
    stepMs: steps.stepMs,
    count,
    energyWh: part(steps.energyWh),
    maxW: part(steps.maxW),
    meanDa: [part(l1), part(l2), part(l3)],
    known: steps.known.subarray(from, from + count),
    flags: steps.flags.subarray(from, from + count),
  }
}

/** The sum of two figures, of which what is not known counts nothing. */
export function plus(one: number, other: number): number {
  if (one === NONE) return other
  return other === NONE ? one : one + other
}
