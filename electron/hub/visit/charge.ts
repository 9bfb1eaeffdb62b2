import { goesOnAt, powerAt } from '../../../shared/domain/planning/powers.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'
import { startOf } from '../../../shared/domain/bill/registers.ts'
import { thin } from '../transaction/curve.ts'
import type { VisitRows } from './facts.ts'
import type { Standing } from './standing.ts'

/** How many points of its curve a phone is told. */
const CURVE_POINTS = 120

/** A charge as it goes; null while none does. */
export function chargeOf(
  tx: Writes,
  { booking }: VisitRows,
  { connector, transaction }: Standing,
): VisitView['charge'] {
  if (booking === null || transaction === null) return null
  const line = tx.get('planLine', booking.id) ?? null
  const { powerW, sampledAt, energyWh, socPct, state } = transaction
  const runs = state === 'active'
  return {
    startedAt: startOf(transaction),
    powerW: runs ? powerW : 0,
    ...{ sampledAt, energyWh, socPct },
    readyAt: runs ? (line?.readyAt ?? null) : null,
    waits: runs && powerW === 0 ? waitsFor(tx.now, line, connector?.status ?? null) : null,
    curve: curveOf(tx, transaction),
  }
}

/** Why a car that is plugged in draws nothing. */
function waitsFor(
  now: number,
  line: { readonly powers: [number, number][]; readonly remainingWh: number } | null,
  status: string | null,
): NonNullable<VisitView['charge']>['waits'] {
  if (line !== null && line.remainingWh > 0 && powerAt(line.powers, now)?.powerW === 0) {
    return { because: 'plan', until: goesOnAt(line.powers, now) }
  }
  return { because: status === 'SuspendedEVSE' ? 'charger' : 'car', until: null }
}

function curveOf(tx: Writes, { id, stationId, connectorId }: Transaction): [number, number][] {
  const rows = tx.sql(
    `select measuredAt as at, powerW from meterSample
      where stationId = ? and connectorId = ? and measuredAt > ? and transactionId = ?
      and powerW is not null order by measuredAt`,
    [stationId, connectorId, tx.now - DAY, id],
  )
  const points = rows.map(({ at, powerW }) => ({
    ...{ at: Number(at), powerW: Number(powerW), energyWh: null, socPct: null },
  }))
  return thin(points, CURVE_POINTS).map(({ at, powerW }) => [at, Math.round(powerW ?? 0)])
}
