import { MINUTE, type Instant } from '../../../time/instant.ts'
import { type ChargingPeriod, milliWhOf, type PeriodState } from '../charging-period.ts'
import { ocpiTariff, type OcpiTariff, type PriceComponent } from '../ocpi-tariff.ts'

export const STOCKHOLM = 'Europe/Stockholm'

/** The instant at which a clock in that zone shows it, the first where it does twice. */
export function at(shown: string, timeZone = STOCKHOLM): Instant {
  return Temporal.PlainDateTime.from(shown).toZonedDateTime(timeZone).epochMilliseconds
}

type Stretch = [
  state: PeriodState,
  minutes: number,
  kWh?: number,
  told?: Partial<Pick<ChargingPeriod, 'powerW' | 'currentA'>>,
]

/** A session of stretches, one after the other. */
export function session(shown: string, ...stretches: Stretch[]): ChargingPeriod[] {
  let startsAt = at(shown)
  return stretches.map(([state, minutes, kWh = 0, told = {}]) => {
    const period = {
      startsAt,
      seconds: minutes * 60,
      state,
      energyMilliWh: milliWhOf(kWh) ?? NaN,
      powerW: null,
      currentA: null,
      ...told,
    }
    startsAt += minutes * MINUTE
    return period
  })
}

/** One component: `['ENERGY', 0.25, 10]` is 0.25 a kWh and 10 % VAT, in steps of 1 where none is told. */
export type Written = [
  type: PriceComponent['type'],
  price: number,
  vat?: number | undefined,
  step?: number,
]

export function element(components: Written[], restrictions?: object): object {
  return {
    price_components: components.map(([type, price, vat, step_size = 1]) => ({
      type,
      price,
      step_size,
      ...(vat !== undefined && { vat }),
    })),
    ...(restrictions && { restrictions }),
  }
}

/** A tariff in euro, as OCPI 2.2.1 or 2.3 would bring it. */
export function tariff(elements: object[], rest: object = {}): OcpiTariff {
  return ocpiTariff.parse({ currency: 'EUR', elements, ...rest })
}
