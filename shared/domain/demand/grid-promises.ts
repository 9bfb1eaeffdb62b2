import type { Booking } from '../booking/booking.ts'
import type { Occupancy } from '../booking/occupancy.ts'
import type { GridPromises, GridShortage } from '../booking/surroundings.ts'
import type { PromiseBook, Shortage } from '../planning/promise-book.ts'
import type { GridAhead } from './grid-ahead.ts'
import { phaseShortage } from './phase-promises.ts'
import { stretchesOf } from './plan-rows.ts'
import { type DemandAround, sessionOf } from './session-of.ts'

/** What of the site a promise is told with. */
export interface PromiseAround extends DemandAround {
  feederName(feederId: string): string
}

/** Takes a booking into the book as it now is, without proof: what it promises, or nothing. */
export function takeIntoBook(book: PromiseBook, booking: Booking, around: DemandAround): void {
  const session = sessionOf(booking, around)
  if (session?.promised) book.force([session], [])
  else book.force([], [booking.id])
}

/**
 * An occupancy that tells the book of everything that is put into it, and the grid whose promises the book keeps: the
 * two always speak of the same bookings.
 * @param grid what the book was made of, from its first slot on: where it is fused by phase, each phase is proven too
 * @param touched told of each booking that was put in or taken out
 */
export function gridPromises(
  book: PromiseBook,
  occupancy: Occupancy,
  around: PromiseAround,
  grid: GridAhead,
  touched: (bookingId: string) => void,
): { occupancy: Occupancy; grid: GridPromises } {
  return {
    occupancy: {
      ...occupancy,
      put(booking) {
        occupancy.put(booking)
        takeIntoBook(book, booking, around)
        touched(booking.id)
      },
      remove(bookingId) {
        occupancy.remove(bookingId)
        book.force([], [bookingId])
        touched(bookingId)
      },
    },
    grid: {
      shortageFor(booking) {
        const session = sessionOf(booking, around)
        if (!session?.promised) return null
        const { shortage } = book.judge([session], [])
        // That its own time is too short is another rule's to say.
        if (shortage !== null) return shortage.because === 'limit' ? told(shortage, around) : null
        const byPhase = phaseShortage(book, session, grid, around.now)
        return byPhase && told(byPhase, around)
      },
    },
  }
}

/** A shortage in the site's own words. */
export function told(
  { deficitWh, critical, sessionIds }: Shortage,
  around: PromiseAround,
): GridShortage {
  return {
    shortWh: Math.ceil(deficitWh),
    // Slots of the book are counted from the epoch.
    stretches: stretchesOf(critical, 0),
    feeders: critical.feederIds.map((id) => around.feederName(id)),
    bookingIds: sessionIds,
  }
}
