import type { Instant } from '../../time/instant.ts'
import type { Id } from '../id/id.ts'
import { isClockSuspect } from '../metering/clock-suspect.ts'
import { sameToken, withNotes } from './start.ts'
import type { Transaction } from './transaction.ts'

/** A StopTransaction as understood. */
export interface Stop {
  readonly stationId: Id
  /** As the charger says; 0, -1 and numbers of nobody's are possible. */
  readonly ocppTransactionId: number
  readonly stoppedAt: Instant
  readonly meterStopWh: number
  readonly idToken: string | null
  readonly reason: string | null
  /** From transactionData, when it has a Transaction.Begin. */
  readonly begin: { readonly at: Instant; readonly energyWh: number | null } | null
  readonly receivedAt: Instant
}

/** What the store holds that a stop may belong to. */
export interface KnownAtStop {
  /** The station's transaction with that number. */
  readonly named: Transaction | undefined
  /** The station's transactions that run, or that a person has ended in the charger's absence. */
  readonly unstopped: readonly Transaction[]
  /** The station's finished transactions that ended at that very moment. */
  readonly endedThen: readonly Transaction[]
}

/**
 * What a StopTransaction is: the end of a transaction, the same one again (nothing changes), or a stop whose start
 * never came: kept as a finished transaction of its own, so that its energy isn't lost.
 */
export type StopDecision =
  | { readonly kind: 'again'; readonly transaction: Transaction }
  | {
      readonly kind: 'ends'
      readonly transaction: Transaction
      readonly patch: Partial<Transaction>
    }
  | {
      readonly kind: 'startless'
      readonly transaction: Omit<Transaction, 'id' | 'ocppTransactionId'>
    }

/** OCPP 1.6 §7.36. */
const REASONS: ReadonlySet<string> = new Set([
  'DeAuthorized',
  'EmergencyStop',
  'EVDisconnected',
  'HardReset',
  'Local',
  'Other',
  'PowerLoss',
  'Reboot',
  'Remote',
  'SoftReset',
  'UnlockCommand',
])

export function decideStop(stop: Stop, known: KnownAtStop): StopDecision {
  const transaction =
    known.named ?? sameEnd(stop, known.endedThen) ?? likeliest(stop, known.unstopped)
  if (transaction === undefined) return { kind: 'startless', transaction: startless(stop) }
  const ended = transaction.state === 'finished' && transaction.stopReceivedAt !== null
  return ended
    ? { kind: 'again', transaction }
    : { kind: 'ends', transaction, patch: ending(stop, transaction) }
}

/** By content: the same stop under a number of nobody's, sent again. */
function sameEnd(stop: Stop, endedThen: readonly Transaction[]): Transaction | undefined {
  return endedThen.find(({ stopReceivedAt, meterStartWh, meterStopWh, notes }) => {
    if (stopReceivedAt === null) return false
    if (meterStopWh === stop.meterStopWh) return true
    return notes.includes('meterClamped') && stop.meterStopWh < meterStartWh
  })
}

/** A charger that never got its number sends 0 or -1: that is its one open transaction, if there is just one. */
function likeliest(stop: Stop, unstopped: readonly Transaction[]): Transaction | undefined {
  if (stop.ocppTransactionId !== 0 && stop.ocppTransactionId !== -1) return undefined
  const { idToken } = stop
  const fitting = unstopped.filter(
    (transaction) =>
      (idToken === null || sameToken(transaction.idToken, idToken)) &&
      transaction.startedAt <= stop.stoppedAt &&
      transaction.meterStartWh <= stop.meterStopWh,
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

function ending(stop: Stop, transaction: Transaction): Partial<Transaction> {
  const { startedAt, meterStartWh, notes } = transaction
  const backwards = stop.meterStopWh < meterStartWh
  const clock = stop.stoppedAt < startedAt || isClockSuspect(stop.stoppedAt, stop.receivedAt)
  return {
    state: 'finished',
    stoppedAt: Math.max(stop.stoppedAt, startedAt),
    // Some meters stop a watt-hour under where they started: nothing was delivered, nothing is owed.
    meterStopWh: Math.max(stop.meterStopWh, meterStartWh),
    stopReceivedAt: stop.receivedAt,
    stopReason: reasonOf(stop),
    stopIdToken: stop.idToken,
    energyWh: Math.max(0, stop.meterStopWh - meterStartWh),
    powerW: null,
    notes: withNotes(
      notes.filter((note) => note !== 'superseded' && note !== 'endedByHand'),
      [
        ...(backwards ? (['meterClamped'] as const) : []),
        ...(clock ? (['clockSuspect'] as const) : []),
      ],
    ),
  }
}

function startless(stop: Stop): Omit<Transaction, 'id' | 'ocppTransactionId'> {
  const { stationId, stoppedAt, meterStopWh, idToken, receivedAt, begin } = stop
  const meterStartWh = Math.min(begin?.energyWh ?? meterStopWh, meterStopWh)
  const clock = isClockSuspect(stoppedAt, receivedAt)
  return {
    stationId,
    connectorId: 0,
    idToken: idToken ?? '',
    state: 'finished',
    startedAt: Math.min(begin?.at ?? stoppedAt, stoppedAt),
    meterStartWh,
    startReceivedAt: receivedAt,
    stoppedAt,
    meterStopWh,
    stopReceivedAt: receivedAt,
    stopReason: reasonOf(stop),
    stopIdToken: idToken,
    energyWh: meterStopWh - meterStartWh,
    powerW: null,
    socPct: null,
    sampledAt: null,
    reservationId: null,
    notes: clock ? ['startMissing', 'clockSuspect'] : ['startMissing'],
  }
}

/** OCPP 1.6 §6.49: a stop without a reason is Local. A word that is not in the list is Other. */
function reasonOf({ reason }: Stop): string {
  if (reason === null) return 'Local'
  return REASONS.has(reason) ? reason : 'Other'
}
