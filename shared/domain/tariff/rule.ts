import { type Condition, conditionOf } from './condition.ts'
import type { OcpiTariff, PriceComponent, TariffElement } from './ocpi-tariff.ts'
import type { LineDimension } from './priced.ts'

/** A price component and when it holds. */
export interface Rule {
  readonly dimension: Exclude<LineDimension, 'MIN_PRICE' | 'MAX_PRICE'>
  readonly elementIndex: number
  readonly component: PriceComponent
  readonly condition: Condition
}

/** A tariff's rules by what they price, each list in the tariff's order: the first that holds counts. */
export interface Rules {
  readonly energy: readonly Rule[]
  readonly charging: readonly Rule[]
  readonly parking: readonly Rule[]
  readonly flat: readonly Rule[]
  readonly reserved: readonly Rule[]
  readonly reservationFlat: readonly Rule[]
  /** The time of a reservation that expires: prices of its own before those of any reservation (OCPI says so). */
  readonly expired: readonly Rule[]
  readonly expiryFlat: readonly Rule[]
}

export function rulesOf(tariff: OcpiTariff): Rules {
  const { elements } = tariff
  const reserved = rulesFor(elements, 'RESERVATION', 'TIME', 'RESERVATION_TIME')
  return {
    energy: rulesFor(elements, undefined, 'ENERGY', 'ENERGY'),
    charging: rulesFor(elements, undefined, 'TIME', 'TIME'),
    parking: rulesFor(elements, undefined, 'PARKING_TIME', 'PARKING_TIME'),
    flat: rulesFor(elements, undefined, 'FLAT', 'FLAT'),
    reserved,
    reservationFlat: rulesFor(elements, 'RESERVATION', 'FLAT', 'RESERVATION_FLAT'),
    expired: [
      ...rulesFor(elements, 'RESERVATION_EXPIRES', 'TIME', 'RESERVATION_TIME'),
      ...reserved,
    ],
    expiryFlat: rulesFor(elements, 'RESERVATION_EXPIRES', 'FLAT', 'EXPIRY_FLAT'),
  }
}

function rulesFor(
  elements: readonly TariffElement[],
  reservation: 'RESERVATION' | 'RESERVATION_EXPIRES' | undefined,
  type: PriceComponent['type'],
  dimension: Rule['dimension'],
): Rule[] {
  return elements.flatMap(({ price_components, restrictions = {} }, elementIndex) => {
    if (restrictions.reservation !== reservation) return []
    const component = price_components.find((one) => one.type === type)
    if (component === undefined) return []
    return [{ dimension, elementIndex, component, condition: conditionOf(restrictions) }]
  })
}
