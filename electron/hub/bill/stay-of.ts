import { pricesMoments } from '../../../shared/domain/bill/finalise.ts'
import { goneAt } from '../../../shared/domain/bill/gone.ts'
import type { Stay } from '../../../shared/domain/bill/periods.ts'
import { startOf, type StaySample, stopOf } from '../../../shared/domain/bill/registers.ts'
import { inOrder } from '../../../shared/domain/bill/standing.ts'
import type { StayMark } from '../../../shared/domain/bill/stay-mark.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { HOUR, type Instant } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'

/** A charger that has been out of touch for so long isn't waited for to say that a car has left. */
const OUT_OF_TOUCH_MS = HOUR

/** Who looks at stays, and since when. */
export interface Watcher {
  /** Chargers that were connected before have to connect again first. */
  readonly openedAt: Instant
}

/**
 * What is known of a stay.
 * @param booking whose transaction it is
 * @param samples all of the transaction's, or those that matter
 */
export function stayOf(
  tx: Writes,
  transaction: Transaction,
  {
    booking,
    samples,
    openedAt,
  }: Watcher & {
    booking: Booking | null
    samples: readonly StaySample[]
  },
): Stay {
  const nextStartsAt = nextStartAfter(tx, transaction)
  const marks = inOrder(marksOf(tx, transaction, nextStartsAt))
  const leftAt = booking?.transactionId === transaction.id ? booking.leftAt : null
  const unknownSince = outOfTouchSince(tx, transaction, openedAt)
  const leaving = { nextStartsAt, leftAt, unknownSince }
  return { transaction, samples, marks, goneAt: goneAt(transaction, marks, leaving), now: tx.now }
}

/**
 * The transaction's registers that are in their place, from a moment on. Those whose clock can't be right lie elsewhere in the
 * table and are not looked for: registers tell the energy without them.
 */
export function samplesOf(tx: Writes, transaction: Transaction, from: Instant): StaySample[] {
  const { id, stationId, connectorId } = transaction
  return tx.sql(
    `select measuredAt, receivedAt, energyWh, currentL1Da, currentL2Da, currentL3Da from meterSample
      where stationId = ? and connectorId = ? and measuredAt between ? and ? and transactionId = ?
      and energyWh is not null order by measuredAt`,
    [stationId, connectorId, from, stopOf(transaction) ?? tx.now + HOUR, id],
  ) as unknown as StaySample[] // the columns named above
}

/** All that a bill is made final by: none where it doesn't matter when energy flowed. */
export function allSamplesOf(
  tx: Writes,
  transaction: Transaction,
  tariff: Pick<TariffVersion, 'ocpi'> | null,
): StaySample[] {
  if (tariff === null || !pricesMoments(tariff)) return []
  tx.placeDeferred()
  return samplesOf(tx, transaction, startOf(transaction))
}

function nextStartAfter(
  tx: Writes,
  { stationId, connectorId, ocppTransactionId, startedAt }: Transaction,
): Instant | null {
  const [row] = tx.sql(
    `select min(startedAt) as next from "transaction" where stationId = ? and connectorId = ?
      and startedAt >= ? and ocppTransactionId > ?`,
    [stationId, connectorId, startedAt, ocppTransactionId],
  )
  const next = row?.['next']
  return typeof next === 'number' ? next : null
}

/** What was told of the connector from shortly before the start until the next one. */
function marksOf(tx: Writes, transaction: Transaction, nextStartsAt: Instant | null): StayMark[] {
  const { stationId, connectorId } = transaction
  const from = startOf(transaction)
  return tx.sql(
    `select at, word from stayMark where stationId = ?1 and connectorId = ?2 and at < ?4
      and at >= coalesce((select max(at) from stayMark where stationId = ?1 and connectorId = ?2
        and at <= ?3 and word not in ('paused', 'resumed')), ?3)`,
    [stationId, connectorId, from, nextStartsAt ?? Number.MAX_SAFE_INTEGER],
  ) as unknown as StayMark[] // the columns named above
}

function outOfTouchSince(
  tx: Writes,
  { stationId }: Transaction,
  openedAt: Instant,
): Instant | null {
  const station = tx.get('station', stationId)
  if (station?.connection !== 'offline' || station.connectionSince === null) return null
  const silentMs = tx.now - Math.max(station.connectionSince, openedAt)
  return silentMs >= OUT_OF_TOUCH_MS ? station.connectionSince : null
}
