import { HOUR } from '../../time/instant.ts'
import type { Instant } from '../../time/instant.ts'
import type { CriticalStretch, PlanLine, StoredPlan } from './stored-plan.ts'
import { runsOf } from './powers.ts'
import type { Run } from './powers.ts'

/**
 * Why a car waits: the site or a feeder is full, power costs less later, or the plan is the more even for it.
 */
export type PauseCause = 'siteFull' | 'feederFull' | 'cheaper' | 'even'

/** One part of the sentence that tells the plan of a car, in the order they are said. */
export type PlanPart =
  /** `from` is null where it is now. */
  | {
      readonly kind: 'charges'
      readonly from: Instant | null
      readonly lowW: number
      readonly highW: number
    }
  | {
      readonly kind: 'pauses'
      readonly from: Instant | null
      readonly until: Instant
      readonly because: PauseCause
      readonly feederIds: readonly string[]
    }
  /** Goes on so, by turns, until it is complete. */
  | { readonly kind: 'byTurns' }
  | { readonly kind: 'ready'; readonly at: Instant; readonly beforeDepartureMs: number }
  | { readonly kind: 'untilDeparture'; readonly at: Instant }
  | {
      readonly kind: 'short'
      readonly shortfallWh: number
      readonly because: 'window' | 'limit'
      readonly feederIds: readonly string[]
    }
  | { readonly kind: 'nothing' }

type WholePlan = Pick<
  StoredPlan,
  'startsAt' | 'slotMs' | 'limitW' | 'plannedW' | 'cost' | 'critical'
>

/** After so many stretches nobody follows any more. */
const MOST_STRETCHES = 3
/** So much of its limit makes the site full: what is left is less than a car can charge with. */
const FULL_SHARE = 0.97

/**
 * The plan of a car as the parts of one sentence: what it does now and next, why it waits, and when it is ready.
 * Codes and values; the words are the reader's.
 * @param plan of the whole site; null while there is none
 */
export function explain(line: PlanLine, plan: WholePlan | null, now: Instant): PlanPart[] {
  const runs = runsOf(line.powers, line.departsAt, now)
  const begun = line.transactionId !== null
  // Before the car is there nobody waits, and after the last charging nothing is waited for.
  const first = begun ? 0 : Math.max(0, runs.findIndex(charges))
  const last = runs.findLastIndex(charges)
  const told = runs.slice(first, last + 1)
  const parts = told
    .slice(0, MOST_STRETCHES)
    .map((run) => (charges(run) ? chargePart(run, now) : pausePart(run, line, plan, now)))
  const turns: PlanPart[] = told.length > MOST_STRETCHES ? [{ kind: 'byTurns' }] : []
  return [...parts, ...turns, endPart(line, last >= 0, now)]
}

function chargePart({ from, lowW, highW }: Run, now: Instant): PlanPart {
  return { kind: 'charges', from: from <= now ? null : from, lowW, highW }
}

function pausePart(
  { from, until }: Run,
  line: PlanLine,
  plan: WholePlan | null,
  now: Instant,
): PlanPart {
  const begins = from <= now ? null : from
  return { kind: 'pauses', from: begins, until, ...pauseCause(from, until, line, plan) }
}

function pauseCause(
  from: Instant,
  until: Instant,
  line: PlanLine,
  plan: WholePlan | null,
): { because: PauseCause; feederIds: readonly string[] } {
  const within = (stretch: CriticalStretch) => stretch.from < until && stretch.until > from
  const critical = [...line.critical, ...(plan?.critical ?? [])].find(within)
  if (critical !== undefined && critical.feederIds.length > 0)
    return { because: 'feederFull', feederIds: critical.feederIds }
  if (plan !== null && (line.critical.some(within) || isFull(plan, from, until)))
    return { because: 'siteFull', feederIds: [] }
  return { because: plan !== null && plan.cost !== null ? 'cheaper' : 'even', feederIds: [] }
}

/** Whether the site is full for most of a stretch. */
function isFull(plan: WholePlan, from: Instant, until: Instant): boolean {
  const { limitW, plannedW, startsAt, slotMs } = plan
  if (limitW === null) return false
  const slots = plannedW.flatMap((powerW, slot) => {
    const at = startsAt + slot * slotMs
    const limit = limitW[slot]
    return at + slotMs > from && at < until && limit !== undefined ? [{ powerW, limit }] : []
  })
  const full = slots.filter(({ powerW, limit }) => powerW >= limit * FULL_SHARE)
  return slots.length > 0 && full.length * 2 > slots.length
}

function endPart(line: PlanLine, charged: boolean, now: Instant): PlanPart {
  const { shortfallWh, because, critical, readyAt, departsAt, needWh } = line
  if (shortfallWh > 0) {
    const feederIds = [...new Set(critical.flatMap((stretch) => stretch.feederIds))]
    return { kind: 'short', shortfallWh, because: because ?? 'limit', feederIds }
  }
  if (readyAt !== null && needWh !== null)
    return { kind: 'ready', at: Math.max(now, readyAt), beforeDepartureMs: departsAt - readyAt }
  return charged ? { kind: 'untilDeparture', at: departsAt } : { kind: 'nothing' }
}

function charges(run: Run): boolean {
  return run.highW > 0
}

/** Until when a car would have to stay to get what it won't get by its departure, at its full power. */
export function wouldBeReadyAt(line: PlanLine): Instant {
  if (line.maxW <= 0) return line.departsAt
  return line.departsAt + Math.ceil((line.shortfallWh * HOUR) / line.maxW)
}
