import type { Instant } from '../../time/instant.ts'
import type { TariffVersion } from '../tariff/tariff.ts'
import { stopOf, type StayTransaction } from './registers.ts'

/**
 * When a stay is over and what it costs is settled; null while it may still cost more: while it charges, and while the
 * car stands there where standing there has a price.
 */
export function overAt(
  transaction: StayTransaction,
  goneAt: Instant | null,
  tariff: Pick<TariffVersion, 'ocpi'> | null,
): Instant | null {
  const stopsAt = stopOf(transaction)
  if (stopsAt === null) return null
  return tariff !== null && pricesParking(tariff) ? goneAt : stopsAt
}

/** Whether it costs to stand there without charging. */
export function pricesParking({ ocpi }: Pick<TariffVersion, 'ocpi'>): boolean {
  return ocpi.elements.some((element) =>
    element.price_components.some(({ type, price }) => type === 'PARKING_TIME' && price > 0),
  )
}

/** Whether it costs to have a connector kept. */
export function pricesReservation({ ocpi }: Pick<TariffVersion, 'ocpi'>): boolean {
  return ocpi.elements.some(({ restrictions }) => restrictions?.reservation !== undefined)
}

/**
 * Whether the meter values between start and stop matter. For energy alone, at one price whenever it flows, they don't.
 */
export function pricesMoments({ ocpi }: Pick<TariffVersion, 'ocpi'>): boolean {
  if (isRestricted({ ocpi })) return true
  return ocpi.elements.some(({ restrictions, price_components }) => {
    if (restrictions?.reservation !== undefined) return false
    return price_components.some(({ type }) => type === 'TIME' || type === 'PARKING_TIME')
  })
}

/** Whether any price of charging or parking holds only at times: then it matters when energy flowed, and how fast. */
export function isRestricted({ ocpi }: Pick<TariffVersion, 'ocpi'>): boolean {
  return ocpi.elements.some(({ restrictions = {} }) => {
    const { reservation, ...others } = restrictions
    return reservation === undefined && Object.keys(others).length > 0
  })
}
