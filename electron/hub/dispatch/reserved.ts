import type { Reserved } from '../../../shared/domain/dispatch/allowance.ts'
import { atWorst } from '../../../shared/domain/dispatch/cold-start.ts'
import { askedPowers, heldPowers } from '../../../shared/domain/dispatch/held.ts'
import { wattsOfTenth } from '../../../shared/domain/dispatch/limits.ts'
import { toleranceW } from '../../../shared/domain/dispatch/obedience.ts'
import { greatestIn, valueAt, type Steps } from '../../../shared/domain/dispatch/steps.ts'
import { DAY, MINUTE, type Instant } from '../../../shared/time/instant.ts'
import { canBeTold, takesLive } from './can-be-told.ts'
import { drawnNow } from './conduct.ts'
import type { ChargingPoint } from './scene.ts'
import type { Desk } from './send.ts'

/** A charger that was away so long without ever having been told a limit is thought to be switched off. */
const AWAY_MS = DAY

/** A connector that takes room without being told to. */
export interface ReservedPoint extends Reserved {
  readonly stationId: string
  readonly connectorId: number
}

/** The most that the car may draw now, W, by what its charger has taken and what its meter tells. */
export function atWorstNow(desk: Desk, point: ChargingPoint): number {
  const { tx, book } = desk
  const { transaction, station, connector, car, mostW } = point
  const row = book.of(station.id, connector.connectorId)
  const transactionId = transaction?.id ?? null
  const since = station.connectionSince ?? tx.now
  const told = row.live.held?.transactionId === transactionId ? row.live.held : row.standing.held
  const known = Math.max(told?.answeredAt ?? 0, row.confirmedAt ?? 0)
  return atWorst(
    {
      heldW: heldPowers(row, transactionId, car),
      askedW: askedPowers(row, transactionId, car),
      isConfirmed: known >= since,
      mostW,
      measured: drawnNow(point, tx.now),
      askedAt: row.live.asked?.sentAt ?? null,
      toleranceW: toleranceW({ allowedW: 0, ampereW: wattsOfTenth('A', car) * 10 }),
    },
    tx.now,
  )
}

/**
 * What a connector takes at a moment that no plan can change, W: all it can where it can't be told or doesn't obey; out
 * of reach what it holds, or its default where another car may come. 0 for one that can be told.
 */
export function reservedAt(desk: Desk, point: ChargingPoint, at: Instant): number {
  const { transaction, station, isOnline, mostW, car } = point
  const measuredW = drawnNow(point, desk.tx.now)?.w ?? 0
  if (!canBeTold(desk, point)) return transaction === null ? 0 : Math.max(mostW, measuredW)
  if (isOnline && (transaction === null || takesLive(desk, point))) return 0
  const row = desk.book.of(station.id, point.connector.connectorId)
  const standing = heldPowers(row, null, car)
  const defaultW = standing === null ? mostW : valueAt(standing, at)
  if (transaction === null) {
    const isAway = desk.tx.now - (station.connectionSince ?? 0) > AWAY_MS
    return standing === null && isAway ? 0 : defaultW
  }
  const told = [heldPowers(row, transaction.id, car), askedPowers(row, transaction.id, car)].filter(
    (steps): steps is Steps => steps !== null,
  )
  if (told.length === 0) return Math.max(mostW, measuredW)
  // Its clock may be off: what it holds some minutes before and after counts too.
  const around = told.map((steps) => greatestIn(steps, at - 2 * MINUTE, at + 2 * MINUTE))
  return Math.max(defaultW, ...around)
}
