import { MINUTE, type Instant } from '../../time/instant.ts'
import { isClockSuspect } from '../metering/clock-suspect.ts'
import type { PhaseRotation } from '../station/phase-rotation.ts'
import type { Meter } from './meter.ts'

/** What was told of one moment. */
export interface Point {
  /** When it counts: by the charger's clock, or when it was received where that clock can't be right. */
  readonly at: Instant
  readonly transactionId: string
  readonly energyWh: number | null
  readonly powerW: number | null
  /** On the grid's L1, L2 and L3, 0.1 A. */
  readonly currentDa: readonly [number | null, number | null, number | null]
  /** Told by a meter, not by the start or stop of a transaction. */
  readonly measured: boolean
  readonly clockSuspect: boolean
  readonly late: boolean
}

/** What is told so long after it was measured is late. */
export const LATE_AFTER_MS = 15 * MINUTE

/** Which of a charger's phases lies on the grid's L1, L2 and L3. */
const ownPhase: Record<PhaseRotation, readonly [0 | 1 | 2, 0 | 1 | 2, 0 | 1 | 2]> = {
  RST: [0, 1, 2],
  RTS: [0, 2, 1],
  SRT: [1, 0, 2],
  STR: [2, 0, 1],
  TRS: [1, 2, 0],
  TSR: [2, 1, 0],
}

/**
 * All that was told, in order of time, whatever the order in which it came. What was told of the same moment of the
 * same transaction, in parts or twice, is one point; of two values the greater counts.
 */
export function pointsOf(meter: Pick<Meter, 'samples' | 'transactions' | 'rotation'>): Point[] {
  const phases = ownPhase[meter.rotation]
  const told: Point[] = meter.samples.map((sample) => {
    const own = [sample.currentL1Da, sample.currentL2Da, sample.currentL3Da] as const
    return {
      ...stamp(sample.measuredAt, sample.receivedAt),
      transactionId: sample.transactionId,
      energyWh: sample.energyWh,
      powerW: sample.powerW,
      currentDa: [own[phases[0]], own[phases[1]], own[phases[2]]],
      measured: true,
    }
  })
  for (const transaction of meter.transactions) {
    const { id, startedAt, startReceivedAt, meterStartWh } = transaction
    told.push(endPoint(id, startedAt, startReceivedAt, meterStartWh))
    const { stoppedAt, stopReceivedAt, meterStopWh } = transaction
    if (stoppedAt === null || stopReceivedAt === null || meterStopWh === null) continue
    told.push(endPoint(id, stoppedAt, stopReceivedAt, meterStopWh))
  }
  told.sort((one, other) => one.at - other.at || compare(one.transactionId, other.transactionId))
  const points: Point[] = []
  for (const point of told) {
    const last = points.at(-1)
    if (last?.at === point.at && last.transactionId === point.transactionId)
      points[points.length - 1] = merged(last, point)
    else points.push(point)
  }
  return points
}

/** When a stamp counts, and what is odd about it. */
export function stamp(
  stampedAt: Instant,
  receivedAt: Instant,
): Pick<Point, 'at' | 'clockSuspect' | 'late'> {
  const clockSuspect = isClockSuspect(stampedAt, receivedAt)
  const late = !clockSuspect && receivedAt - stampedAt > LATE_AFTER_MS
  return { at: clockSuspect ? receivedAt : stampedAt, clockSuspect, late }
}

/** Where a transaction begins or ends nothing is drawn. */
function endPoint(
  transactionId: string,
  stampedAt: Instant,
  receivedAt: Instant,
  energyWh: number,
): Point {
  return {
    ...stamp(stampedAt, receivedAt),
    transactionId,
    energyWh,
    powerW: null,
    currentDa: [null, null, null],
    measured: false,
  }
}

function merged(one: Point, other: Point): Point {
  const [a, b] = [one.currentDa, other.currentDa]
  return {
    at: one.at,
    transactionId: one.transactionId,
    energyWh: greater(one.energyWh, other.energyWh),
    powerW: greater(one.powerW, other.powerW),
    currentDa: [greater(a[0], b[0]), greater(a[1], b[1]), greater(a[2], b[2])],
    measured: one.measured || other.measured,
    clockSuspect: one.clockSuspect && other.clockSuspect,
    late: one.late && other.late,
  }
}

function greater(one: number | null, other: number | null): number | null {
  if (one === null) return other
  return other === null ? one : Math.max(one, other)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
