import type { ChargingPeriod } from '../tariff/charging-period.ts'
import { expectedPeriods, type ExpectedStay } from '../tariff/estimate.ts'
import { withoutGrace } from '../tariff/idle-grace.ts'
import type { TariffVersion } from '../tariff/tariff.ts'
import type { BillSums } from './bill.ts'
import { billOf, type BillTerms } from './bill-of.ts'
import { pricesReservation } from './finalise.ts'
import { reservationPeriods } from './periods.ts'

/** What a stay would cost that goes as it is booked: its car comes in time and leaves in time. */
export function expectedCost(
  stay: ExpectedStay,
  {
    tariff,
    ...terms
  }: Omit<BillTerms, 'tariff' | 'corrections'> & {
    readonly tariff: Pick<TariffVersion, 'ocpi' | 'idleGraceMin'> | null
  },
): BillSums & { readonly energyWh: number } {
  const { arrivesAt, departsAt } = stay
  const periods: ChargingPeriod[] = withoutGrace(expectedPeriods(stay), tariff?.idleGraceMin ?? 0)
  if (tariff !== null && pricesReservation(tariff))
    periods.unshift(
      ...reservationPeriods(
        { arrivesAt, departsAt, arrivedAt: arrivesAt, origin: 'desk' },
        arrivesAt,
      ),
    )
  const milliWh = periods.reduce((sum, { energyMilliWh }) => sum + energyMilliWh, 0)
  return {
    ...billOf(periods, { ...terms, tariff, corrections: [] }),
    energyWh: Math.round(milliWh / 1_000),
  }
}
