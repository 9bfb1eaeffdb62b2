import type { Booking, BookingState } from '../booking/booking.ts'
import type { CalendarEvent } from './ics.ts'

/** The language a calendar is written in: whoever reads it has no desk to choose one at. */
export type CalendarLanguage = 'en' | 'sv'

/** What a calendar says of a booking, in words that its reader may know. */
export interface BookingWords {
  /** Whose calendar it is: `station` calendars lie open to many eyes, so they tell no plate and no note. */
  readonly kind: 'station' | 'customer'
  readonly language: CalendarLanguage
  readonly siteName: string
  /** The connector as people name it; empty while the booking has none. */
  readonly place: string
  /** The vehicle's plate and name as they are written on a bar; empty when not known. */
  readonly vehicle: string
}

const words = {
  en: { booked: 'Booked', requested: 'Asked for', unplaced: 'No connector yet' },
  sv: { booked: 'Bokad', requested: 'Förfrågan', unplaced: 'Ingen plats än' },
} as const

const statuses: Record<BookingState, CalendarEvent['status']> = {
  requested: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  arrived: 'CONFIRMED',
  charging: 'CONFIRMED',
  finished: 'CONFIRMED',
  left: 'CONFIRMED',
  noShow: 'CANCELLED',
  cancelled: 'CANCELLED',
}

/** A booking as an event. Its UID is the booking's own id, so a moved booking moves in the calendar. */
export function bookingEvent(booking: Booking, told: BookingWords): CalendarEvent {
  const { id, state, revision, arrivesAt, departsAt, updatedAt, stationId } = booking
  const { booked, requested, unplaced } = words[told.language]
  const act = state === 'requested' ? requested : booked
  const who = told.kind === 'customer' ? told.vehicle : ''
  const where = stationId === null ? unplaced : told.place
  return {
    uid: `${id}@laddplan`,
    sequence: revision,
    startsAt: arrivesAt,
    endsAt: departsAt,
    changedAt: updatedAt,
    status: statuses[state],
    summary: [act, who, where].filter((part) => part !== '').join(' · '),
    location: [told.siteName, told.place].filter((part) => part !== '').join(', '),
    description: told.kind === 'customer' ? booking.note : '',
  }
}
