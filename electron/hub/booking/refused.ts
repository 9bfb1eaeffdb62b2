import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import { alternativesTo } from '../../../shared/domain/booking/alternatives.ts'
import type { Decision } from '../../../shared/domain/booking/decide.ts'
import type { BookingRefusalCode } from '../../../shared/domain/booking/refusal.ts'
import type { Surroundings } from '../../../shared/domain/booking/surroundings.ts'

/** Another place or time helps against these; against the others it doesn't. */
const placeHelps: ReadonlySet<BookingRefusalCode> = new Set([
  'overlaps',
  'plugDoesNotFit',
  'noPower',
  'outOfService',
  'noSuchConnector',
  'needImpossible',
  'gridFull',
  'closed',
  'inThePast',
])

/** A refused decision as it is answered: what is in the way, and where it would fit instead. */
export function refusedAs(
  decision: Decision & { kind: 'refused' },
  around: Surroundings,
): RefusedBooking {
  const { bookingId, refusals, wish, before } = decision
  const gridIsFull = refusals.some(({ code }) => code === 'gridFull')
  const helps = refusals.every(({ code }) => placeHelps.has(code))
  return {
    bookingId,
    refusals: [...refusals],
    alternatives:
      wish !== null && helps ? alternativesTo(wish, before, around, { gridIsFull }) : [],
  }
}
