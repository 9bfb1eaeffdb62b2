import { MINUTE, type Instant, SECOND } from '../../time/instant.ts'
import type { Bill } from '../bill/bill.ts'
import { payableMinor } from '../bill/payable.ts'
import type { Booking } from '../booking/booking.ts'
import { endedStates } from '../booking/states.ts'
import type { Command } from '../command/command.ts'
import { type Payment, type PaymentState, unfinishedPayments } from '../payment/payment.ts'
import { startFailure } from './start-answer.ts'
import type { WalkUp, WalkUpFailure, WalkUpState } from './walk-up.ts'
import type { WalkUpTerms } from './walk-up-terms.ts'

/** What is known of a walk-up that is not over. */
export interface WalkUpFacts {
  readonly walkUp: WalkUp
  readonly booking: Booking
  readonly bill: Bill | null
  /** All of the bill. */
  readonly payments: readonly Payment[]
  /** The command that told the charger to start, the last. */
  readonly command: Command | null
  readonly terms: Pick<WalkUpTerms, 'startsBeforePaid' | 'waitForCarMin'>
  readonly isConnected: boolean
  readonly now: Instant
}

/** What becomes of it, and what is to be done: tell the charger to start, or take it back as nobody came. */
export interface WalkUpProgress {
  readonly state: WalkUpState
  readonly failure: WalkUpFailure | null
  readonly act: 'start' | 'takeBack' | null
}

/** How long a charger that said yes, with the car there, may take until it begins. */
export const STARTS_WITHIN_MS = 45 * SECOND

/** A charger that was out of touch is not told again sooner. */
const AGAIN_AFTER_MS = 2 * SECOND

/** So often the hub tells a charger by itself; after that a person does. */
export const MOST_STARTS = 5

/** The states of a payment in which the money is there, or sure to come. */
const COVERS: ReadonlySet<PaymentState> = new Set(['paid', 'held', 'capturing'])

/**
 * What becomes of a walk-up, worked out anew from what there is, so that a hub that was killed goes on where it was:
 * first the money, where the terms want it first; then the charger is told; then the car is plugged in; then it charges.
 */
export function walkUpProgress(facts: WalkUpFacts): WalkUpProgress {
  const { walkUp, booking } = facts
  if (booking.state === 'charging') return is('charging')
  if (booking.state === 'finished' && !isToldSince(facts)) return is('finished')
  if (endedStates.has(booking.state))
    return is(booking.transactionId === null ? 'cancelled' : 'finished')
  if (mayStart(facts)) return starting(facts)
  const failure = paymentFailure(facts)
  if (failure === null) return is('waitingForPayment')
  return isTooLate(walkUp, facts) && walkUp.state === 'waitingForPayment'
    ? is('waitingForPayment', failure, 'takeBack')
    : is('waitingForPayment', failure)
}

/** Whether the money that the terms want first is there. What nobody has to pay, nobody waits for. */
export function mayStart({
  walkUp,
  bill,
  payments,
  terms,
}: Pick<WalkUpFacts, 'walkUp' | 'bill' | 'payments' | 'terms'>): boolean {
  if (walkUp.startCommandId !== null || walkUp.pays === 'later' || terms.startsBeforePaid)
    return true
  if (bill === null || bill.settlement !== 'pay') return true
  if (payments.some(({ state }) => COVERS.has(state))) return true
  return payments.length === 0 && payableMinor(bill) === 0
}

/** Whether it was told to start once more after it had charged, as long as the car stands there. */
function isToldSince({ booking: { finishedAt }, command }: WalkUpFacts): boolean {
  return command !== null && finishedAt !== null && command.requestedAt > finishedAt
}

/** Why no money comes; null while the payer is asked. */
function paymentFailure({ payments }: WalkUpFacts): WalkUpFailure | null {
  if (payments.some(({ state }) => unfinishedPayments.has(state))) return null
  const last = payments.toSorted((one, other) => other.createdAt - one.createdAt)[0]
  switch (last?.state) {
    case 'failed':
      return 'paymentFailed'
    case 'expired':
      return 'paymentExpired'
    default:
      return 'paymentCancelled'
  }
}

function starting(facts: WalkUpFacts): WalkUpProgress {
  const { walkUp, booking, command, isConnected, now } = facts
  const isThere = booking.state === 'arrived' || booking.state === 'finished'
  const state = isThere ? 'starting' : 'waitingForCar'
  const gone = isTooLate(walkUp, facts)
  if (!isThere && gone && walkUp.state !== 'waitingForPayment')
    return is(state, walkUp.failure, 'takeBack')
  if (command === null)
    return isConnected ? is('starting', null, 'start') : is('starting', 'chargerOffline')
  if (command.state === 'requested' || command.state === 'sent') return is('starting')
  const endedAt = command.endedAt ?? command.requestedAt
  const mayAgain = isConnected && walkUp.starts < MOST_STARTS
  const cameSince = isThere && (booking.arrivedAt ?? 0) > endedAt
  const failure = startFailure(command)
  if (failure === null) {
    if (!isThere) return is('waitingForCar')
    // It forgets after its own ConnectionTimeOut (OCPP 1.6 §9.1.5) that it was told.
    const since = Math.max(endedAt, booking.arrivedAt ?? 0)
    if (now - since < STARTS_WITHIN_MS) return is('starting')
    return cameSince && mayAgain ? is('starting', null, 'start') : is('starting', 'notStarted')
  }
  if (failure === 'chargerOffline') {
    const again = mayAgain && now - endedAt >= AGAIN_AFTER_MS
    return again ? is('starting', null, 'start') : is('starting', failure)
  }
  // Some chargers start nothing while no car is plugged in, so it is asked once more when one is.
  if (cameSince && mayAgain) return is('starting', null, 'start')
  return failure === 'chargerRefused' ? is(state, failure) : is('starting', failure)
}

/** Whether nobody has done anything about it for as long as the terms wait. */
function isTooLate({ since }: WalkUp, { terms, now }: WalkUpFacts): boolean {
  return now - since >= terms.waitForCarMin * MINUTE
}

const is = (
  state: WalkUpState,
  failure: WalkUpFailure | null = null,
  act: WalkUpProgress['act'] = null,
): WalkUpProgress => ({ state, failure, act })
