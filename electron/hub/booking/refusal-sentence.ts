import type { BookingRefusal } from '../../../shared/domain/booking/refusal.ts'
import { HOUR, toIso } from '../../../shared/time/instant.ts'

/** A refusal as a sentence that says what to do, for programs' logs; windows have words of their own. */
export function refusalSentence(refusal: BookingRefusal): string {
  switch (refusal.code) {
    case 'departureBeforeArrival':
      return 'The departure has to be after the arrival.'
    case 'tooLong':
      return `A booking may last ${refusal.mostMs / HOUR} hours at most. Make several of it.`
    case 'inThePast':
      return `That lies in the past: it is ${toIso(refusal.now)} now.`
    case 'overlaps':
      return `${nameOf(refusal)} holds the connector then. Take another time or connector.`
    case 'vehicleElsewhere':
      return `The vehicle is booked elsewhere then (${stretchOf(refusal)}). Move that booking first.`
    case 'plugDoesNotFit':
      return `The vehicle takes ${refusal.takes.join(', ')}, the connector is ${refusal.has}. Take another connector.`
    case 'noPower':
      return 'The vehicle takes no power of the kind that this connector gives. Take another connector.'
    case 'outOfService':
      return 'The connector is out of service. Take another, or a day when it is mended.'
    case 'noSuchConnector':
      return 'There is no such connector. Ask for the stations to see those there are.'
    case 'needImpossible':
      return `${refusal.needWh} Wh can’t flow within the window, ${refusal.mostWh} Wh at most. Stay longer, ask for less, or take a stronger connector.`
    case 'gridFull':
      return `The grid can’t promise that beside what is promised already: ${refusal.shortWh} Wh are short${stretchesOf(refusal)}. Take another time, ask for less, or give a reason to overbook.`
    case 'closed':
      return `The site is closed at the ${refusal.at}.${refusal.opensAt === null ? '' : ` It opens at ${toIso(refusal.opensAt)}.`}`
    case 'hasArrived':
      return 'The car is there already, so only its departure can change.'
    case 'notPresent':
      return 'The car is not there.'
    case 'ended':
      return `The booking has ended (${refusal.state}). Make a new one.`
    case 'charging':
      return 'The car still charges. Stop that first.'
    case 'unplaced':
      return 'The booking needs a station and a connector of it.'
    case 'splitOutside':
      return 'A booking can be split only within its window, and not before now.'
    case 'changedSince':
      return `The booking has been changed since: it is at revision ${refusal.revision}. Look at it again.`
    case 'noSuchBooking':
      return 'There is no such booking.'
    case 'noSuchVehicle':
      return 'There is no such vehicle.'
    case 'noSuchCustomer':
      return 'There is no such customer.'
  }
}

function stretchesOf({ stretches }: BookingRefusal & { code: 'gridFull' }): string {
  const [first] = stretches
  return first === undefined ? '' : ` between ${toIso(first.from)} and ${toIso(first.until)}`
}

type Other = BookingRefusal & { code: 'overlaps' | 'vehicleElsewhere' }

const nameOf = (other: Other): string => `${other.plate || 'Another booking'} (${stretchOf(other)})`
const stretchOf = ({ arrivesAt, departsAt }: Other): string =>
  `${toIso(arrivesAt)} to ${toIso(departsAt)}`
