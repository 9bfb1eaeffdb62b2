import { MINUTE, type Instant } from '../../time/instant.ts'
import type { Command, CommandFailure } from '../command/command.ts'
import { withNotes } from './start.ts'
import type { Transaction } from './transaction.ts'

/** What decides whether a person may end a transaction without its charger. */
export interface KnownAtEnd {
  /** Whether the charger is connected. */
  readonly online: boolean
  /** The RemoteStopTransaction commands that named this transaction. */
  readonly stops: readonly Pick<Command, 'failure' | 'answer' | 'endedAt'>[]
  readonly now: Instant
}

/**
 * What ending a transaction by hand is: allowed, too late, or to be left to the charger, whose own figures are
 * better than what the hub last heard.
 */
export type EndDecision =
  | { readonly kind: 'ends'; readonly patch: Partial<Transaction> }
  | { readonly kind: 'finished' }
  | { readonly kind: 'stoppable' }

/** A charger that has agreed to stop has so long to say that it has. */
const STOPS_WITHIN_MS = MINUTE

/** After these the charger, connected, has still not stopped; the others say nothing of what it will do next time. */
const WITHOUT_EFFECT: ReadonlySet<CommandFailure | null> = new Set([
  'timeout',
  'callError',
  'badAnswer',
])

export function decideEnd(transaction: Transaction, known: KnownAtEnd): EndDecision {
  if (transaction.state === 'finished') return { kind: 'finished' }
  if (known.online && !known.stops.some((stop) => wasInVain(stop, known.now)))
    return { kind: 'stoppable' }
  return { kind: 'ends', patch: handEnding(transaction) }
}

/** Whether that stop ended nothing, this transaction being active still: refused, unanswered, or not kept. */
function wasInVain(stop: KnownAtEnd['stops'][number], now: Instant): boolean {
  const { failure, answer, endedAt } = stop
  if (endedAt === null) return false
  if (failure !== null) return WITHOUT_EFFECT.has(failure)
  return !isAccepted(answer) || now - endedAt > STOPS_WITHIN_MS
}

function isAccepted(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  return 'status' in answer && answer.status === 'Accepted'
}

/**
 * It ends where it was last measured. Its `stopReceivedAt` stays null, so a stop that comes after all still counts.
 */
function handEnding({
  startedAt,
  sampledAt,
  meterStartWh,
  energyWh,
  notes,
}: Transaction): Partial<Transaction> {
  return {
    state: 'finished',
    stoppedAt: Math.max(startedAt, sampledAt ?? startedAt),
    meterStopWh: meterStartWh + energyWh,
    stopReason: 'Other',
    powerW: null,
    notes: withNotes(notes, ['endedByHand']),
  }
}
