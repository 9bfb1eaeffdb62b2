import type { Instant } from '../../time/instant.ts'
import { isClockSuspect } from '../metering/clock-suspect.ts'
import { withNotes } from './start.ts'
import type { Transaction } from './transaction.ts'

/** What of a meter reading concerns a transaction. */
export interface Progress {
  readonly measuredAt: Instant
  readonly receivedAt: Instant
  readonly energyWh: number | null
  readonly powerW: number | null
  readonly socPct: number | null
}

/**
 * What a new reading changes of its transaction, in whatever order readings come: energy only grows, the figures of
 * the moment are the latest measured. A transaction that has been stopped keeps its figures. Empty when nothing.
 */
export function progress(transaction: Transaction, reading: Progress): Partial<Transaction> {
  if (transaction.stopReceivedAt !== null) {
    if (transaction.notes.includes('lateValues')) return {}
    return { notes: withNotes(transaction.notes, ['lateValues']) }
  }
  const patch: Partial<Transaction> = {}
  const delivered = (reading.energyWh ?? 0) - transaction.meterStartWh
  if (reading.energyWh !== null && delivered > transaction.energyWh) {
    patch.energyWh = delivered
    if (transaction.state === 'finished') patch.meterStopWh = reading.energyWh
  }
  if (transaction.state === 'finished') return patch
  const at = sampledAt(reading)
  if (transaction.sampledAt !== null && at < transaction.sampledAt) return patch
  if (reading.powerW !== null) patch.powerW = reading.powerW
  if (reading.socPct !== null) patch.socPct = reading.socPct
  if (reading.energyWh !== null || reading.powerW !== null || reading.socPct !== null) {
    patch.sampledAt = at
  }
  return patch
}

/** When a reading was taken, as far as can be believed: a clock far off mustn't hold back what comes after. */
export function sampledAt({
  measuredAt,
  receivedAt,
}: Pick<Progress, 'measuredAt' | 'receivedAt'>): Instant {
  return isClockSuspect(measuredAt, receivedAt) ? receivedAt : measuredAt
}
