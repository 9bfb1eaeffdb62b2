import { pricesReservation } from '../../../../shared/domain/bill/finalise.ts'
import {
  type ChargingPeriod,
  idlePeriod,
} from '../../../../shared/domain/tariff/charging-period.ts'
import { expectedPeriods } from '../../../../shared/domain/tariff/estimate.ts'
import { withoutGrace } from '../../../../shared/domain/tariff/idle-grace.ts'
import { priceOf } from '../../../../shared/domain/tariff/price.ts'
import type { Priced } from '../../../../shared/domain/tariff/priced.ts'
import type { TariffVersionWords } from '../../../../shared/domain/tariff/tariff.ts'
import { HOUR, type Instant, MINUTE } from '../../../../shared/time/instant.ts'

export type ExampleName = 'hour' | 'night' | 'idle' | 'reserved' | 'noShow'

/** A session that shows what a tariff comes to. */
export interface Example {
  readonly name: ExampleName
  readonly powerW: number
  readonly energyWh: number
  readonly priced: Priced
}

const POWER_W = 11_000
const NIGHT_WH = 40_000
const IDLE_WH = 22_000

/**
 * Three sessions priced by a tariff, and two more where it prices reservations: an hour from tomorrow noon, a night, a
 * charge after which the car stays.
 */
export function examplesOf(
  { ocpi, idleGraceMin }: TariffVersionWords,
  timeZone: string,
  now: Instant,
): Example[] {
  const at = (hour: number) =>
    Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .add({ days: 1 })
      .toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds
  const example = (name: ExampleName, energyWh: number, periods: ChargingPeriod[]): Example => ({
    name,
    powerW: POWER_W,
    energyWh,
    priced: priceOf(ocpi, timeZone, withoutGrace(periods, idleGraceMin)),
  })
  const stay = (arrivesAt: Instant, hours: number, needWh: number) =>
    expectedPeriods({ arrivesAt, departsAt: arrivesAt + hours * HOUR, needWh, powerW: POWER_W })
  const hour = stay(at(12), 1, POWER_W)
  const found = [
    example('hour', POWER_W, hour),
    example('night', NIGHT_WH, stay(at(18), 13, NIGHT_WH)),
    example('idle', IDLE_WH, stay(at(9), 4, IDLE_WH)),
  ]
  if (!pricesReservation({ ocpi })) return found
  const kept = (state: 'RESERVATION' | 'RESERVATION_EXPIRED', minutes: number) =>
    idlePeriod(state, at(12) - minutes * MINUTE, at(12))
  return [
    ...found,
    example('reserved', POWER_W, [kept('RESERVATION', 30), ...hour]),
    example('noShow', 0, [kept('RESERVATION_EXPIRED', 60)]),
  ]
}
