import type { Instant } from '../../time/instant.ts'
import { connectorStatus, type ConnectorStatus } from '../connector/connector.ts'
import { pluggedIn } from '../connector/plugged-in.ts'
import { isPauseWord, type StayMark } from './stay-mark.ts'

/**
 * How a car stands there: it `charges`, or could; it `idles`, taking nothing although it may; it `waits` because the
 * site or the charger lets it, or nobody knows what it does.
 */
export type Standing = 'charges' | 'idles' | 'waits'

/** From when on how; each holds until the next. */
export interface StandingStep {
  readonly at: Instant
  readonly standing: Standing
}

/** What a charger may say before it tells of the start, and mean the charge by it. */
const OF_THE_CHARGE: ReadonlySet<ConnectorStatus> = new Set([
  'Charging',
  'SuspendedEV',
  'SuspendedEVSE',
])

/** Marks by time; those of one moment in the order in which a charge goes, so that it is always the same. */
export function inOrder(marks: readonly StayMark[]): StayMark[] {
  return marks.toSorted((one, other) => one.at - other.at || rankOf(one) - rankOf(other))
}

const RANKS: ReadonlyMap<string, number> = new Map(
  [...connectorStatus.options, 'paused', 'resumed'].map((word, index) => [word, index]),
)

function rankOf({ word }: StayMark): number {
  return RANKS.get(word) ?? 0
}

/**
 * How the car stands there while its transaction runs, from its start until its stop or until now. SuspendedEVSE and
 * what the site itself has paused is no idling: nobody pays for a pause that he didn't order.
 * @param marks in order
 */
export function standingWhileCharging(
  marks: readonly StayMark[],
  from: Instant,
  until: Instant,
): StandingStep[] {
  let status: ConnectorStatus = 'Charging'
  let isPaused = false
  const steps: StandingStep[] = [{ at: from, standing: 'charges' }]
  for (const { at, word } of marks) {
    if (at >= until) break
    // A pause is one of this transaction: none is left from the one before.
    if (isPauseWord(word)) isPaused = at >= from && word === 'paused'
    else status = at > from || OF_THE_CHARGE.has(word) ? word : 'Charging'
    const step = { at: Math.max(at, from), standing: whileCharging(status, isPaused) }
    if (at > from) steps.push(step)
    else steps[0] = step
  }
  return withoutRepeats(steps)
}

function whileCharging(status: ConnectorStatus, isPaused: boolean): Standing {
  if (isPaused) return 'waits'
  switch (status) {
    case 'Charging':
    case 'Preparing':
    case 'Unknown':
      return 'charges'
    case 'SuspendedEV':
    case 'Finishing':
      return 'idles'
    default:
      return 'waits'
  }
}

/**
 * How the car stands there after its transaction: idle from the stop until it is gone, as long as the charger says that
 * something is plugged in.
 * @param marks in order
 */
export function standingAfterStop(
  marks: readonly StayMark[],
  { startsAt, stopsAt }: { startsAt: Instant; stopsAt: Instant },
  until: Instant,
): StandingStep[] {
  let isThere = false
  const steps: StandingStep[] = []
  for (const { at, word } of marks) {
    if (at >= until) break
    if (at < startsAt || isPauseWord(word)) continue
    isThere = pluggedIn.has(word)
    if (at > stopsAt) steps.push({ at, standing: isThere ? 'idles' : 'waits' })
    else steps[0] = { at: stopsAt, standing: isThere ? 'idles' : 'waits' }
  }
  return withoutRepeats(steps)
}

function withoutRepeats(steps: readonly StandingStep[]): StandingStep[] {
  const last = steps.filter(({ at }, index) => steps[index + 1]?.at !== at)
  return last.filter(({ standing }, index) => last[index - 1]?.standing !== standing)
}
