import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { arrive } from '../../../shared/domain/booking/life.ts'
import { pluggedIn } from '../../../shared/domain/connector/plugged-in.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { WalkUpNeed } from '../../../shared/domain/walk-up/need.ts'
import type { WalkUpPay, WalkUpPayKind } from '../../../shared/domain/walk-up/pay.ts'
import { walkUpToken } from '../../../shared/domain/walk-up/token.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import { isTooLong } from '../../../shared/domain/walk-up/window.ts'
import { estimateOf } from '../bill/estimate.ts'
import { billOfBooking } from '../bill/follow-bookings.ts'
import { turn } from '../booking/life/turn.ts'
import { saveChanges } from '../booking/save.ts'
import { surroundingsOf } from '../booking/surroundings.ts'
import type { Writes } from '../store/writes.ts'
import { advance } from './advance.ts'
import type { Car } from './car.ts'
import { type AtDesk, costsSomething, type Paying, payForStay } from './pay.ts'
import { bookNow } from './promise.ts'
import { keepPhone } from './phone.ts'
import type { WalkUpRooms } from './rooms.ts'
import { walkUpTermsOf } from './terms.ts'

/** A car that is to be taken in. */
export interface BeginWish extends AtDesk {
  readonly id: Id
  readonly car: Car
  readonly stationId: Id
  readonly connectorId: number
  readonly phone: string
  readonly need: WalkUpNeed
  readonly payment: WalkUpPay
  /** The ways of paying that it is offered. */
  readonly pays: readonly WalkUpPayKind[]
  readonly movedFromId: Id | null
}

export type Begun =
  | { readonly kind: 'begun'; readonly walkUp: WalkUp; readonly payment: Payment | null }
  | { readonly kind: 'refused'; readonly refused: RefusedBooking }
  | { readonly kind: 'notOffered'; readonly pays: WalkUpPayKind }
  | { readonly kind: 'tooLong'; readonly mostStayMin: number }
  | Extract<Paying, { kind: 'notOpened' | 'notTaken' }>

/**
 * Takes a car in, all in one unit: its booking is promised, its bill made, the money asked for or taken, and the charger
 * told to start where the terms let it. Whoever is refused has to undo the unit. The same again is there already.
 */
export function beginWalkUp(tx: Writes, rooms: WalkUpRooms, wish: BeginWish): Begun {
  const known = tx.get('walkUp', wish.id)
  if (known !== undefined) return { kind: 'begun', walkUp: known, payment: paymentOf(tx, known) }
  const terms = walkUpTermsOf(tx)
  const { stationId, connectorId, car, need, payment: pay } = wish
  if (!wish.pays.includes(pay.kind)) return { kind: 'notOffered', pays: pay.kind }
  if (isTooLong(need, tx.now, terms)) return { kind: 'tooLong', mostStayMin: terms.mostStayMin }
  const idToken = walkUpToken(wish.id)
  const coming = { stationId, connectorId, car, need, idToken }
  const booked = bookNow(tx, surroundingsOf(tx, rooms.promises), wish.id, coming, terms)
  if (booked.kind === 'refused') return booked
  saveChanges(tx, rooms.chargers, [{ before: null, after: booked.booking }], { act: 'create' })
  const booking = arrived(tx, booked.booking)
  const bill = billOf(tx, booking)
  const paying =
    pay.kind === 'later' || !costsSomething(bill)
      ? null
      : payForStay(tx, rooms.side, bill, pay, wish)
  if (paying?.kind === 'notOpened' || paying?.kind === 'notTaken') return paying
  const payment = paying?.kind === 'paying' ? paying.payment : null
  const walkUp: WalkUp = {
    ...{ id: wish.id, billId: bill?.id ?? null, stationId, connectorId, plate: car.plate },
    ...{ vehicleId: car.vehicle?.id ?? null, customerId: car.customerId, phone: wish.phone },
    ...{ need, pays: pay.kind, means: pay.kind === 'later' ? null : pay.means },
    ...{ paymentId: payment?.id ?? null, idToken, state: 'waitingForPayment', failure: null },
    ...{ startCommandId: null, starts: 0, transactionId: null },
    ...{ movedFromId: wish.movedFromId, movedToId: null, tillId: wish.tillId },
    ...{ beganBy: tx.actor, since: tx.now, chargingAt: null, endedAt: null },
    ...{ createdAt: tx.now, updatedAt: tx.now },
  }
  tx.insert('walkUp', walkUp)
  keepPhone(tx, walkUp)
  tx.journal({ act: 'walkUp.begin', noun: 'walkUp', nounId: walkUp.id, after: walkUp })
  return { kind: 'begun', walkUp: advance(tx, rooms, walkUp), payment }
}

/** A car that is plugged in there already is this one. */
function arrived(tx: Writes, booking: Booking): Booking {
  const { stationId, connectorId } = booking
  if (stationId === null || connectorId === null) return booking
  const connector = tx.one('connector', { stationId, connectorId })
  if (connector === undefined || !pluggedIn.has(connector.status)) return booking
  return turn(tx, booking, 'arrive', arrive(booking, tx.now))
}

/** Where no price is set for anybody there is no bill. */
function billOf(tx: Writes, booking: Booking): Bill | null {
  if (estimateOf(tx, booking).tariffVersionId === null) return null
  return billOfBooking(tx, booking.id) ?? null
}

function paymentOf(tx: Writes, { paymentId }: WalkUp): Payment | null {
  return paymentId === null ? null : (tx.get('payment', paymentId) ?? null)
}
