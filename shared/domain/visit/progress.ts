import type { Instant } from '../../time/instant.ts'
import type { Bill } from '../bill/bill.ts'
import type { Booking } from '../booking/booking.ts'
import { askedPayments, type Payment, type PaymentState } from '../payment/payment.ts'
import type { WalkUp } from '../walk-up/walk-up.ts'
import type { Visit, VisitEnd, VisitState } from './visit.ts'

/** What is known of a visit that is not over. */
export interface VisitFacts {
  readonly visit: Visit
  /** Null while it waits, and where its booking is gone. */
  readonly booking: Booking | null
  /** Where it began at once. */
  readonly walkUp: Pick<WalkUp, 'state' | 'failure'> | null
  readonly bill: Pick<
    Bill,
    'state' | 'settlement' | 'paidMinor' | 'heldMinor' | 'estimatedMinor'
  > | null
  /** All of the bill. */
  readonly payments: readonly Pick<Payment, 'state'>[]
  readonly now: Instant
}

/**
 * What becomes of a visit, and what is to be done: `confirm` its booking is agreed to; `callOff` the payer is not asked
 * any more; `release` its place is given back; `revert` the change that nobody paid is undone.
 */
export interface VisitProgress {
  readonly state: VisitState
  readonly endReason: VisitEnd | null
  readonly act: 'confirm' | 'callOff' | 'release' | 'revert' | 'settleLapse' | null
}

/** Money that is on its way, so that nobody is let go who has paid. */
const COMING: ReadonlySet<PaymentState> = new Set(['processing', 'capturing', 'unknown'])

/**
 * What becomes of a visit, worked out anew from what there is, so that a hub that was killed goes on where it was. A place
 * is given back only once nobody can pay for it any more: first the payer is told not to, and what then comes in counts.
 */
export function visitProgress(facts: VisitFacts): VisitProgress {
  const { visit, booking, walkUp } = facts
  if (visit.state === 'over') return is('over', visit.endReason)
  if (visit.bookingId === null) return waiting(facts)
  if (booking === null) return is('over', 'byDesk')
  switch (booking.state) {
    case 'left':
      return is('over', 'done')
    case 'noShow':
      return is('over', 'noShow')
    case 'cancelled':
      return is('over', endOf(visit, walkUp))
    case 'charging':
    case 'finished':
      return agreed(facts)
    case 'requested':
      return held(facts)
    case 'confirmed':
    case 'arrived':
      return walkUp === null ? agreed(facts) : begun(facts)
  }
}

function waiting({ visit, now }: VisitFacts): VisitProgress {
  return now >= visit.wish.departsBy ? is('over', 'inVain') : is('waiting')
}

/** One that began at once is looked after as every walk-up is. */
function begun(facts: VisitFacts): VisitProgress {
  const { visit, walkUp, now } = facts
  if (walkUp?.state !== 'waitingForPayment') return agreed(facts)
  if (visit.holdUntil === null || now < visit.holdUntil) return is('unpaid')
  const act = unpaidAct(facts, 'release')
  return act === 'release' ? is('over', 'notPaid', act) : is('unpaid', null, act)
}

/** Why a booking was taken back, as far as it tells. */
function endOf({ state }: Visit, walkUp: VisitFacts['walkUp']): VisitEnd {
  if (walkUp === null) return 'byDesk'
  if (walkUp.failure?.startsWith('payment') === true || state === 'unpaid') return 'notPaid'
  return 'noShow'
}

/** Its place is held, for its claim or its money. */
function held(facts: VisitFacts): VisitProgress {
  const { visit, now } = facts
  if (visit.state === 'unpaid' && isCovered(facts)) return is('agreed', null, 'confirm')
  const isOver = visit.holdUntil !== null && now >= visit.holdUntil
  if (!isOver) return is(visit.state)
  if (visit.state === 'offered') return is('over', 'notClaimed', 'release')
  const act = unpaidAct(facts, 'release')
  return act === 'release' ? is('over', 'notPaid', act) : is(visit.state, null, act)
}

function agreed(facts: VisitFacts): VisitProgress {
  const { lapse } = facts.visit
  if (lapse === null) return is('agreed')
  if (isCovered(facts) || facts.bill?.state === 'final') return is('agreed', null, 'settleLapse')
  return is('agreed', null, facts.now < lapse.until ? null : unpaidAct(facts, 'revert'))
}

/** Nobody has paid in time: the payer is told not to, and what is on its way is waited for. */
function unpaidAct<Act extends 'release' | 'revert'>(
  { payments }: VisitFacts,
  act: Act,
): Act | 'callOff' | null {
  if (payments.some(({ state }) => askedPayments.has(state))) return 'callOff'
  return payments.some(({ state }) => COMING.has(state)) ? null : act
}

/** Whether what was to be paid before it is agreed is paid or held. Who pays by invoice pays nothing before. */
export function isCovered({
  visit: { depositMinor },
  bill,
}: Pick<VisitFacts, 'visit' | 'bill'>): boolean {
  if (depositMinor === 0 || bill === null || bill.settlement !== 'pay') return true
  return bill.paidMinor + bill.heldMinor >= depositMinor
}

const is = (
  state: VisitState,
  endReason: VisitEnd | null = null,
  act: VisitProgress['act'] = null,
): VisitProgress => ({ state, endReason, act })
