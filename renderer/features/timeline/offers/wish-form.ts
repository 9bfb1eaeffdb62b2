import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { EnergyNeed } from '../../../../shared/domain/booking/need.ts'
import type { OfferOrder } from '../../../../shared/domain/offer/offer.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../../shared/time/instant.ts'
import { localTimeOf, readLocalTime } from '../../../ui/input/local-time.ts'
import {
  type BookingFlaw,
  type BookingForm,
  formOfBooking,
  formOfPlacement,
  needOfForm,
} from '../form/booking-form.ts'

/** What somebody wants who can choose when: a booking's form in which the times are the earliest and the latest. */
export interface WishForm {
  readonly booking: BookingForm
  readonly order: OfferOrder
  /** How long the car is to stand there, hours and minutes; empty: as long as it takes. */
  readonly stay: string
}

export type WishFlaw = BookingFlaw | 'stay' | 'span'

/** What the hub is asked. */
export interface Wish {
  readonly need: EnergyNeed | null
  readonly arrivesFrom: Instant
  readonly departsBy: Instant
  readonly stayMs?: number
  readonly vehicleId: string | null
  readonly bookingId?: string
  readonly order: OfferOrder
}

/** What is proposed to begin with: within the next day, or about when a booking is now. */
export function firstWish(booking: Booking | null, now: Instant, timeZone: string): WishForm {
  const order = 'soonest'
  if (booking === null) {
    const span = { arrivesAt: now, departsAt: now + DAY }
    return { booking: { ...formOfPlacement(span, timeZone), needKind: 'energy' }, order, stay: '' }
  }
  const from = Math.max(now, booking.arrivesAt - 6 * HOUR)
  const form = formOfBooking(booking, timeZone)
  const span = {
    arrives: localTimeOf(from, timeZone),
    departs: localTimeOf(Math.max(from, booking.departsAt) + 6 * HOUR, timeZone),
  }
  return { booking: { ...form, ...span }, order, stay: '' }
}

/** What the form asks for, or which of its fields ask for nothing that can be answered. */
export function wishOf(
  { booking: form, order, stay }: WishForm,
  bookingId: string | null,
  timeZone: string,
): { wish: Wish } | { flaws: WishFlaw[] } {
  const flaws: WishFlaw[] = []
  const arrivesFrom = readLocalTime(form.arrives, timeZone)
  const departsBy = readLocalTime(form.departs, timeZone)
  if (arrivesFrom === null) flaws.push('arrives')
  if (departsBy === null) flaws.push('departs')
  if (arrivesFrom !== null && departsBy !== null && departsBy <= arrivesFrom) flaws.push('span')
  const need = needOfForm(form)
  if (typeof need === 'string') flaws.push(need)
  const stayMs = stayOf(stay)
  if (stayMs === 'bad') flaws.push('stay')
  if (arrivesFrom === null || departsBy === null || typeof need === 'string') return { flaws }
  if (stayMs === 'bad' || flaws.length > 0) return { flaws }
  return {
    wish: {
      need,
      arrivesFrom,
      departsBy,
      ...(stayMs === null ? {} : { stayMs }),
      vehicleId: form.vehicleId,
      ...(bookingId === null ? {} : { bookingId }),
      order,
    },
  }
}

/** A stay as typed, `2:30` or `2` hours; null when none is. */
function stayOf(typed: string): number | null | 'bad' {
  const text = typed.trim()
  if (text === '') return null
  const match = /^(\d{1,3})(?::([0-5]\d))?$/.exec(text)
  if (match === null) return 'bad'
  const ms = Number(match[1]) * HOUR + Number(match[2] ?? 0) * MINUTE
  return ms < 15 * MINUTE ? 'bad' : ms
}
