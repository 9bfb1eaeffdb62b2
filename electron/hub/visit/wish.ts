import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { NewBooking } from '../../../shared/domain/booking/command.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { energyNeedOf, type VisitNeed } from '../../../shared/domain/visit/need.ts'
import type { VisitRefusal } from '../../../shared/domain/visit/refusal.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { blockKey } from '../../../shared/domain/visit/block.ts'
import type { HouseRules } from '../../../shared/domain/visit/house-rules.ts'
import { walkUpToken } from '../../../shared/domain/walk-up/token.ts'
import type { Writes } from '../store/writes.ts'
import { isBlocked } from './blocks.ts'
import type { VisitRooms } from './rooms.ts'

/** Who comes, as far as they told. */
export type Who = Pick<Visit, 'plate' | 'phone' | 'email' | 'language'>

/** A window as an offer named it. */
export interface Window {
  readonly stationId: Id
  readonly connectorId: number
  readonly arrivesAt: number
  readonly departsAt: number
  readonly need: VisitNeed
  readonly isFlexible: boolean
}

/** The booking that a driver would have. A plate that was typed proves nothing, so it is nobody's vehicle. */
export function planOf(window: Window, bookingId: Id, plate: string): NewBooking {
  const { stationId, connectorId, arrivesAt, departsAt, need, isFlexible } = window
  return {
    ...{ stationId, connectorId, arrivesAt, departsAt, plate },
    ...flexible(isFlexible, departsAt),
    need: energyNeedOf(need),
    idToken: walkUpToken(bookingId),
    ...{ vehicleId: null, customerId: null, priority: 'normal', note: '' },
  }
}

/** How a booking says that its driver doesn't mind when within its window it charges. */
export function flexible(
  isFlexible: boolean,
  departsAt: number,
): Pick<Booking, 'flexibility' | 'latestDepartsAt'> {
  return isFlexible
    ? { flexibility: 'flexible', latestDepartsAt: departsAt }
    : { flexibility: 'fixed', latestDepartsAt: null }
}

/** Why nobody who is known by this may ask for anything more. */
export function whoRefusals(
  tx: Writes,
  rules: Pick<HouseRules, 'mostOpen'>,
  who: Who,
): VisitRefusal[] {
  if (isBlocked(tx, who)) return [{ code: 'blocked' }]
  const { mostOpen } = rules
  return openOf(tx, who) >= mostOpen ? [{ code: 'tooManyOpen', mostOpen }] : []
}

/** How many visits are open of who is known by the same plate, phone or address; the most of the three. */
function openOf(tx: Writes, who: Who): number {
  const open = (['waiting', 'offered', 'unpaid', 'agreed'] as const).flatMap((state) =>
    tx.find('visit', { state }),
  )
  const counts = (['plate', 'phone', 'email'] as const).map((of) => {
    const key = blockKey(of, who[of])
    return key === '' ? 0 : open.filter((visit) => blockKey(of, visit[of]) === key).length
  })
  return Math.max(...counts)
}

/** Whether money can be asked for on Stripe's page now. */
export function canPayOnline({ side }: Pick<VisitRooms, 'side'>): boolean {
  const mode = side.mode()
  return mode !== 'none' && mode !== 'locked'
}

/** Whether what was agreed to is what it costs; less than was agreed to is nobody's trouble. */
export function priceRefusals(priceMinor: number | null, seenMinor: number | null): VisitRefusal[] {
  return (priceMinor ?? 0) > (seenMinor ?? 0) ? [{ code: 'priceChanged', priceMinor }] : []
}
