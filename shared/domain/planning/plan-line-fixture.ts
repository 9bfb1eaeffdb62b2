import { HOUR } from '../../time/instant.ts'
import { NOON, STATION, testId } from '../booking/booking-fixture.ts'
import type { PlanLine } from './stored-plan.ts'

/** The plan of a car that charges 22 kWh at 11 kW from noon and leaves at eight in the evening. */
export function aPlanLine(words: Partial<PlanLine> = {}): PlanLine {
  return {
    id: testId(1),
    stationId: STATION,
    connectorId: 1,
    transactionId: testId(700),
    departsAt: NOON + 8 * HOUR,
    promised: true,
    needWh: 22_000,
    remainingWh: 22_000,
    maxW: 11_000,
    powers: [
      [NOON, 11_000],
      [NOON + 2 * HOUR, 0],
    ],
    readyAt: NOON + 2 * HOUR,
    shortfallWh: 0,
    because: null,
    critical: [],
    ...words,
  }
}
