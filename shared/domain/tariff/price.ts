import type { ChargingPeriod } from './charging-period.ts'
import type { OcpiTariff } from './ocpi-tariff.ts'
import type { Priced } from './priced.ts'

/**
 * What a session costs by a tariff.
 * @param timeZone IANA, the site's: times of day and days of the week are read on its clock
 * @param periods in any order; what lies between two counts as nothing
 */
export function priceOf(
  tariff: OcpiTariff,
  _timeZone: string,
  _periods: readonly ChargingPeriod[],
): Priced {
  throw new Error(`No price yet by ${tariff.id ?? 'this tariff'}.`)
}
