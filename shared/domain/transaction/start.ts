import { DAY, MINUTE, type Instant } from '../../time/instant.ts'
import type { Id } from '../id/id.ts'
import { isClockSuspect } from '../metering/clock-suspect.ts'
import type { Transaction, TransactionNote } from './transaction.ts'

/** A StartTransaction as understood. */
export interface Start {
  readonly stationId: Id
  readonly connectorId: number
  readonly idToken: string
  readonly startedAt: Instant
  /** Whether `startedAt` is the moment of receipt because the charger told none that can be read. */
  readonly stampTaken: boolean
  readonly meterStartWh: number
  readonly reservationId: number | null
  readonly receivedAt: Instant
  /** Whether the site knows the token, or the desk has sent it. */
  readonly tokenKnown: boolean
}

/** What the store holds that a start may belong to. */
export interface KnownAtStart {
  /** Transactions of that connector that are active or began at that very moment. */
  readonly ofConnector: readonly Transaction[]
  /** Transactions of the station whose stop came without a start. */
  readonly startless: readonly Transaction[]
}

/**
 * What a StartTransaction is: the same one again (it gets the same number), the start that a stop came before, or a
 * new transaction, which then takes the place of those that were left open on its connector.
 */
export type StartDecision =
  | { readonly kind: 'again'; readonly transaction: Transaction }
  | {
      readonly kind: 'completes'
      readonly transaction: Transaction
      readonly patch: Partial<Transaction>
    }
  | {
      readonly kind: 'begins'
      readonly transaction: Omit<Transaction, 'id' | 'ocppTransactionId'>
      readonly superseded: readonly { transaction: Transaction; patch: Partial<Transaction> }[]
    }

/** A start that reaches the hub so long after it happened came from a charger that had been offline. */
const OFFLINE_AFTER_MS = 5 * MINUTE

/** A stop without a start waits so long for its start. */
const STARTLESS_WAITS_MS = 7 * DAY

export function decideStart(start: Start, known: KnownAtStart): StartDecision {
  const again = known.ofConnector.find((transaction) => isSameStart(start, transaction))
  if (again !== undefined) return { kind: 'again', transaction: again }

  const stopped = known.startless
    .filter((transaction) => mayHaveBegunWith(start, transaction))
    .toSorted((a, b) => (a.stoppedAt ?? 0) - (b.stoppedAt ?? 0))[0]
  if (stopped !== undefined) {
    return { kind: 'completes', transaction: stopped, patch: completion(start, stopped) }
  }

  const open = known.ofConnector.filter(({ state }) => state === 'active')
  return {
    kind: 'begins',
    transaction: {
      stationId: start.stationId,
      connectorId: start.connectorId,
      idToken: start.idToken,
      state: 'active',
      startedAt: start.startedAt,
      meterStartWh: start.meterStartWh,
      startReceivedAt: start.receivedAt,
      stoppedAt: null,
      meterStopWh: null,
      stopReceivedAt: null,
      stopReason: null,
      stopIdToken: null,
      energyWh: 0,
      powerW: null,
      socPct: null,
      sampledAt: null,
      reservationId: start.reservationId,
      notes: notesOf(start),
    },
    superseded: open
      .filter(({ startedAt }) => startedAt <= start.startedAt)
      .map((transaction) => ({ transaction, patch: supersession(transaction, start.startedAt) })),
  }
}

/** By content, since a charger that got no answer sends its start again under a new message id. */
function isSameStart(start: Start, transaction: Transaction): boolean {
  if (
    !sameToken(transaction.idToken, start.idToken) ||
    transaction.meterStartWh !== start.meterStartWh
  ) {
    return false
  }
  if (transaction.startedAt === start.startedAt) return true
  // Without a stamp of its own each try has another moment of receipt.
  return start.stampTaken && transaction.state === 'active'
}

function mayHaveBegunWith(start: Start, { stoppedAt, meterStopWh, idToken }: Transaction): boolean {
  if (stoppedAt === null || meterStopWh === null) return false
  if (idToken !== '' && !sameToken(idToken, start.idToken)) return false
  const between = stoppedAt - start.startedAt
  return between >= 0 && between <= STARTLESS_WAITS_MS && meterStopWh >= start.meterStartWh
}

function completion(start: Start, stopped: Transaction): Partial<Transaction> {
  return {
    connectorId: start.connectorId,
    idToken: start.idToken,
    startedAt: start.startedAt,
    meterStartWh: start.meterStartWh,
    startReceivedAt: start.receivedAt,
    energyWh: Math.max(0, (stopped.meterStopWh ?? start.meterStartWh) - start.meterStartWh),
    reservationId: start.reservationId,
    notes: withNotes(
      stopped.notes.filter((note) => note !== 'startMissing'),
      notesOf(start),
    ),
  }
}

/**
 * A transaction the charger never stopped ends, as far as is known, where the next one begins. Its
 * `stopReceivedAt` stays null, so a stop that comes after all still counts.
 */
function supersession(transaction: Transaction, endedAt: Instant): Partial<Transaction> {
  return {
    state: 'finished',
    stoppedAt: endedAt,
    meterStopWh: transaction.meterStartWh + transaction.energyWh,
    stopReason: 'Other',
    powerW: null,
    notes: withNotes(transaction.notes, ['superseded']),
  }
}

function notesOf({ startedAt, receivedAt, stampTaken, tokenKnown }: Start): TransactionNote[] {
  const notes: TransactionNote[] = []
  const suspect = stampTaken || isClockSuspect(startedAt, receivedAt)
  if (suspect) notes.push('clockSuspect')
  else if (receivedAt - startedAt > OFFLINE_AFTER_MS) notes.push('offline')
  if (!tokenKnown) notes.push('unknownToken')
  return notes
}

/** OCPP 1.6 §7.28: an IdToken is compared without case. */
export function sameToken(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** The notes with more, each once. */
export function withNotes(
  notes: readonly TransactionNote[],
  more: readonly TransactionNote[],
): TransactionNote[] {
  return [...new Set([...notes, ...more])]
}
