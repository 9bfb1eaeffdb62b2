import type { BookingRefusal } from '../booking/refusal.ts'
import type { VisitRefusal } from './refusal.ts'

/** Why a booking can't be so, as its driver is told: nothing of it tells of anybody else. */
export function visitRefusalsOf(refusals: readonly BookingRefusal[]): VisitRefusal[] {
  const told = new Map<string, VisitRefusal>()
  for (const refusal of refusals) {
    const mine = toldAs(refusal)
    if (!told.has(mine.code)) told.set(mine.code, mine)
  }
  return [...told.values()]
}

function toldAs(refusal: BookingRefusal): VisitRefusal {
  switch (refusal.code) {
    case 'overlaps':
      return { code: 'taken' }
    case 'gridFull':
      return { code: 'gridFull' }
    case 'vehicleElsewhere':
      return { code: 'carElsewhere' }
    case 'needImpossible':
      return { code: 'needTooMuch', mostWh: Math.max(0, refusal.mostWh) }
    case 'closed':
      return { code: 'closed', opensAt: refusal.opensAt }
    case 'departureBeforeArrival':
      return { code: 'departureBeforeArrival' }
    case 'inThePast':
      return { code: 'inThePast' }
    case 'changedSince':
      return { code: 'changedSince' }
    case 'outOfService':
    case 'noPower':
      return { code: 'outOfService' }
    case 'noSuchConnector':
    case 'unplaced':
      return { code: 'noSuchPlace' }
    case 'tooLong':
      return { code: 'tooLong', mostStayMin: Math.floor(refusal.mostMs / 60_000) }
    default:
      return { code: 'notNow' }
  }
}
