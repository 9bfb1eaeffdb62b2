import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { plateKey } from '../../../../shared/domain/vehicle/plate-key.ts'

/** What a booking is searched by besides its own words: those of its vehicle and customer, and where it is. */
export interface Known {
  readonly words: readonly string[]
  readonly stationName: string
}

/**
 * Gives the bookings in which every word typed is found, soonest first: in plate (however it is spaced), vehicle,
 * customer, station, id token or note. Nothing typed finds nothing. What a booking is searched by is put together once
 * for as long as it stays the same: live rows change all the time, and most bookings don't.
 */
export function bookingFinder(): (
  bookings: Iterable<Booking>,
  typed: string,
  knownOf: (booking: Booking) => Known,
) => Booking[] {
  const texts = new WeakMap<Booking, { key: string; text: string; plates: string }>()
  const textsOf = (booking: Booking, known: Known) => {
    const key = [...known.words, known.stationName].join('\n')
    const before = texts.get(booking)
    if (before?.key === key) return before
    const own = [booking.plate, booking.idToken, booking.note].join('\n')
    const plates = [booking.plate, ...known.words].map(plateKey).join('\n')
    const fresh = { key, text: `${key}\n${own}`.toLocaleLowerCase(), plates }
    texts.set(booking, fresh)
    return fresh
  }
  return (bookings, typed, knownOf) => {
    const whole = plateKey(typed)
    const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0 || whole === '') return []
    const found: Booking[] = []
    for (const booking of bookings) {
      const { text, plates } = textsOf(booking, knownOf(booking))
      if (plates.includes(whole) || words.every((word) => text.includes(word))) found.push(booking)
    }
    return found.sort((a, b) => a.arrivesAt - b.arrivesAt)
  }
}

/** The hit that Enter leads to: the next after the current one, first the one nearest to now, round and round. */
export function nextHit(
  hits: readonly Booking[],
  currentId: string | null,
  now: number,
  step: 1 | -1 = 1,
): Booking | undefined {
  const at = hits.findIndex(({ id }) => id === currentId)
  if (at >= 0) return hits.at((at + step) % hits.length)
  return hits.find(({ departsAt }) => departsAt >= now) ?? hits.at(-1)
}
