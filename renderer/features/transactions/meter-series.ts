import type { CurvePoint } from '../../../shared/contract/transaction.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** One place of a transaction's curve: power, its own share of the register, state of charge. */
export type MeterMoment = {
  at: Instant
  powerKw: number | null
  energyKwh: number | null
  socPct: number | null
}

/**
 * A transaction's curve for a chart. Registers are counted from the transaction's start; the start itself is
 * put first, and the row's own latest figures last, because meter values may trail behind either.
 */
export function meterSeries(
  transaction: Transaction,
  points: readonly CurvePoint[],
): MeterMoment[] {
  const inner = points.map((point): MeterMoment => ({
    at: point.at,
    powerKw: kilo(point.powerW),
    energyKwh:
      point.energyWh === null ? null : kilo(Math.max(0, point.energyWh - transaction.meterStartWh)),
    socPct: point.socPct,
  }))
  const start: MeterMoment = {
    at: transaction.startedAt,
    powerKw: null,
    energyKwh: 0,
    socPct: null,
  }
  const end: MeterMoment = {
    at: transaction.stoppedAt ?? transaction.sampledAt ?? transaction.startedAt,
    powerKw: kilo(transaction.powerW),
    energyKwh: kilo(transaction.energyWh),
    socPct: transaction.socPct,
  }
  const first = inner[0]?.at ?? Infinity
  const last = inner.at(-1)?.at ?? start.at
  return [...(start.at < first ? [start] : []), ...inner, ...(end.at > last ? [end] : [])]
}

/** A peak lies between two measurements at times, but not so far above both. */
const MEAN_AT_MOST = 2

/**
 * The greatest and the mean power of a transaction, W; null when it can't be known. A mean far above anything that
 * was measured tells of a clock or a simulated car that runs fast, not of power.
 */
export function powerFigures(
  transaction: Transaction,
  points: readonly CurvePoint[],
  durationMs: number,
): { peakW: number | null; meanW: number | null } {
  const known = points.map((point) => point.powerW).filter((powerW) => powerW !== null)
  const peakW = known.length === 0 ? null : Math.max(...known)
  const meanW =
    durationMs < 1_000 ? null : Math.round((transaction.energyWh * 3_600_000) / durationMs)
  const beyond = peakW !== null && meanW !== null && meanW > peakW * MEAN_AT_MOST
  return { peakW, meanW: beyond ? null : meanW }
}

function kilo(value: number | null): number | null {
  return value === null ? null : value / 1_000
}
