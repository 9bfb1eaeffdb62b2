import { type Instant, MINUTE } from '../../time/instant.ts'
import { isUnpaid, payableMinor } from '../bill/payable.ts'
import type { Bill } from '../bill/bill.ts'
import type { Booking } from '../booking/booking.ts'
import type { HouseRules } from './house-rules.ts'
import { isCovered } from './progress.ts'
import { isTrifle } from './trifle.ts'
import type { Visit } from './visit.ts'
import type { VisitAct } from './visit-view.ts'

/** What says what a driver may do with a visit. */
export interface MayFacts {
  readonly visit: Visit
  readonly booking: Booking | null
  readonly bill: Bill | null
  readonly isPluggedIn: boolean
  /** The start is under way by itself, or was asked for already. */
  readonly isStarting: boolean
  /** Whether anything charges for it now. */
  readonly isCharging: boolean
  readonly rules: Pick<HouseRules, 'lateMin'>
  readonly now: Instant
}

/** What a driver may do with a visit as it is; the hub holds every act to it. */
export function mayDo(facts: MayFacts): VisitAct[] {
  const { visit, booking, bill, isPluggedIn, isStarting, isCharging } = facts
  const may = new Set<VisitAct>()
  if (bill !== null && visit.pays === 'online' && toPayNow(visit, bill) > 0) may.add('pay')
  if (visit.state === 'over') return [...may]
  if (visit.state === 'waiting') return ['leaveLine']
  if (visit.state === 'offered') return ['claim', 'cancel']
  if (booking === null) return [...may]
  const isAhead = booking.state === 'requested' || booking.state === 'confirmed'
  if (isAhead || booking.state === 'arrived') may.add('cancel')
  if (visit.state === 'agreed') {
    const isEnded = booking.state === 'finished'
    if (!isEnded) may.add('change')
    const isPaid = isCovered({ visit, bill })
    if (booking.state === 'arrived' && isPluggedIn && isPaid && !isStarting) may.add('start')
    if (isCharging) may.add('stop')
    if (isAhead && visit.kind === 'ahead' && facts.now < latestArrival(booking, facts.rules))
      may.add('late')
  }
  return [...may]
}

/** Until when a driver may say that the car comes later, and when at the latest it may come. */
export function latestArrival(
  { arrivesAt, departsAt }: Pick<Booking, 'arrivesAt' | 'departsAt'>,
  { lateMin }: Pick<HouseRules, 'lateMin'>,
): Instant {
  return Math.min(departsAt, arrivesAt + lateMin * MINUTE)
}

/** What is asked of a driver now, minor units: the deposit, or once the stay is over the rest. */
export function toPayNow(
  { state, depositMinor, lapse, pays }: Pick<Visit, 'state' | 'depositMinor' | 'lapse' | 'pays'>,
  bill: Bill,
): number {
  if (isUnpaid(bill)) return isTrifle(bill, pays) ? 0 : bill.dueMinor
  if (bill.state === 'final' || bill.state === 'void') return 0
  const isAsked = state === 'unpaid' || lapse !== null
  if (!isAsked) return 0
  const missing = depositMinor - bill.paidMinor - bill.heldMinor
  return Math.max(0, Math.min(missing, payableMinor(bill)))
}
