import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { platePart, rendered } from '../../../shared/domain/message/render.ts'
import type { VisitLanguage } from '../../../shared/domain/visit/visit.ts'
import {
  type DriverMessage,
  type DriverTemplate,
  driverLinks,
} from '../../../shared/domain/walk-up/driver-message.ts'
import { idleFeeOf, toldIdleFee } from '../message/idling.ts'
import { placeName } from '../station/place-name.ts'
import { wordsOfMessage } from '../message/texts.ts'
import { siteNow } from '../site/site-now.ts'
import type { Writes } from '../store/writes.ts'
import { lastBill } from './stay.ts'

/** A message to the driver of a stay, with what opens it; nothing is sent, and nothing written. */
export function messageTo(
  tx: Writes,
  booking: Booking,
  template: DriverTemplate,
  language: VisitLanguage,
): DriverMessage {
  const walkUp = tx.get('walkUp', booking.id)
  const movedToId = walkUp?.movedToId ?? null
  const vehicle = booking.vehicleId === null ? undefined : tx.get('vehicle', booking.vehicleId)
  const customerId = booking.customerId ?? vehicle?.customerId ?? null
  const customer = customerId === null ? undefined : tx.get('customer', customerId)
  const { name: site, timeZone } = siteNow(tx)
  const { text } = rendered(wordsOfMessage(tx, template, language), {
    site,
    place: placeName(tx, (movedToId && tx.get('booking', movedToId)) || booking),
    plate: platePart(vehicle?.plate ?? booking.plate),
    ...toldIdleFee(idleFeeOf(tx, booking, lastBill(tx, booking)), {
      language,
      timeZone,
      now: tx.now,
    }),
  })
  const phone = walkUp?.phone || (customer?.phone ?? '')
  const email = customer?.email ?? ''
  return {
    ...{ bookingId: booking.id, template, text, phone, email },
    links: driverLinks(text, { phone, email, subject: site }),
  }
}
