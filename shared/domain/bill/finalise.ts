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
 * Whether it matters when energy flowed: only then a bill needs the meter values between start and stop. Energy alone,
 * at one price whenever it flows, doesn't.
 */
export function pricesMoments({ ocpi }: Pick<TariffVersion, 'ocpi'>): boolean {
  return ocpi.elements.some(({ restrictions = {}, price_components }) => {
    const { reservation, ...others } = restrictions
    if (reservation !== undefined) return false
    return (
      Object.keys(others).length > 0 ||
      price_components.some(({ type }) => type === 'TIME' || type === 'PARKING_TIME')
    )
  })
}
