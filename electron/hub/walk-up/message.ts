import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { type TariffWords, wordsOf } from '../../../shared/domain/tariff/words.ts'
import {
  type DriverMessage,
  type DriverTemplate,
  driverLinks,
  driverText,
} from '../../../shared/domain/walk-up/driver-message.ts'
import { MINUTE, type Instant } from '../../../shared/time/instant.ts'
import { tariffOfBill } from '../bill/basis.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { lastBill } from './stay.ts'

const LOCALES = { en: 'en-GB', sv: 'sv-SE' } as const

/** A message to the driver of a stay, with what opens it; nothing is sent, and nothing written. */
export function messageTo(
  tx: Writes,
  booking: Booking,
  template: DriverTemplate,
  language: 'en' | 'sv',
): DriverMessage {
  const walkUp = tx.get('walkUp', booking.id)
  const movedToId = walkUp?.movedToId ?? null
  const vehicle = booking.vehicleId === null ? undefined : tx.get('vehicle', booking.vehicleId)
  const customerId = booking.customerId ?? vehicle?.customerId ?? null
  const customer = customerId === null ? undefined : tx.get('customer', customerId)
  const { name: siteName } = siteNow(tx)
  const text = driverText(template, language, {
    siteName,
    place: placeOf(tx, (movedToId && tx.get('booking', movedToId)) || booking),
    plate: vehicle?.plate ?? booking.plate,
    ...idling(tx, booking, language),
  })
  const phone = walkUp?.phone || (customer?.phone ?? '')
  const email = customer?.email ?? ''
  return {
    ...{ bookingId: booking.id, template, text, phone, email },
    links: driverLinks(text, { phone, email, subject: siteName }),
  }
}

/** From when standing there costs what; nothing where the tariff asks nothing for it. */
function idling(
  tx: Writes,
  booking: Booking,
  language: 'en' | 'sv',
): { idleFrom: string | null; idlePrice: string | null } {
  const bill = lastBill(tx, booking)
  const tariff = bill === null ? null : tariffOfBill(tx, bill)
  if (tariff === null) return { idleFrom: null, idlePrice: null }
  const idlePrice = hourlyPrice(wordsOf(tariff), language)
  const from = (booking.finishedAt ?? tx.now) + tariff.idleGraceMin * MINUTE
  return { idlePrice, idleFrom: from > tx.now ? clockTime(from, siteNow(tx).timeZone) : null }
}

/** The first price there is for time that only parks, an hour. */
function hourlyPrice({ phrases, currency }: TariffWords, language: 'en' | 'sv'): string | null {
  const phrase = phrases.find(
    ({ of, per }) => (of === 'parking' || of === 'connected') && per !== 'kWh',
  )
  if (phrase === undefined || Number(phrase.price) === 0) return null
  const hourly = Number(phrase.price) * (phrase.per === 'minute' ? 60 : 1)
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(hourly)
}

function clockTime(at: Instant, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return local.toPlainTime().toString({ smallestUnit: 'minute' })
}

function placeOf(tx: Writes, { stationId, connectorId }: Booking): string {
  const station = stationId === null ? undefined : tx.get('station', stationId)
  if (station === undefined) return siteNow(tx).name
  const connectors = tx
    .find('connector', { stationId: station.id })
    .filter((row) => row.connectorId > 0)
  return connectors.length > 1 ? `${station.name} · ${connectorId}` : station.name
}
