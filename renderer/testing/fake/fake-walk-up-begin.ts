import type { WalkUpPromise } from '../../../shared/domain/walk-up/choice.ts'
import type { WalkUpNeed } from '../../../shared/domain/walk-up/need.ts'
import type { WalkUpPay } from '../../../shared/domain/walk-up/pay.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import { aBooking } from '../../../shared/domain/booking/booking-fixture.ts'
import { cashStepMinor } from '../../../shared/domain/money/currency.ts'
import { begin, letStripeAct } from './fake-money.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'
import { seedEstimate } from '../seed/seed-bill.ts'

/** What the desk wishes. */
export interface FakeWish {
  id?: string | undefined
  stationId: string
  connectorId: number
  plate: string
  vehicleId: string | null
  customerId: string | null
  phone: string
  need: WalkUpNeed
  payment: WalkUpPay
  language: 'en' | 'sv'
}

/** Takes a car in: its booking, its bill, its payment and the walk-up itself. */
export function fakeBegin(store: FakeStore, wish: FakeWish, promise: WalkUpPromise): WalkUp {
  const now = Date.now()
  const id = wish.id ?? newId(now)
  const { stationId, connectorId, plate, vehicleId, customerId, payment: pay } = wish
  const connector = store.rows.connector.find(
    (row) => row.stationId === stationId && row.connectorId === connectorId,
  )
  const isThere = connector?.status === 'Preparing'
  const booking = aBooking({
    ...{ id, stationId, connectorId, plate, vehicleId, customerId, arrivesAt: now },
    ...{ departsAt: promise.departsAt, need: wish.need.kind === 'energy' ? wish.need : null },
    ...{ state: isThere ? 'arrived' : 'confirmed', arrivedAt: isThere ? now : null },
    ...{ origin: 'walkUp', createdAt: now, updatedAt: now },
  })
  store.put('booking', booking)
  const estimate = seedEstimate(store.rows, id)
  const minor = promise.price?.inclMinor ?? 0
  const bill = estimate && store.put('bill', { ...estimate, estimatedMinor: minor, createdAt: now })
  const payment = bill === null || pay.kind === 'later' ? null : payOf(store, bill, pay, promise)
  const paid = payment === null || payment.state === 'paid'
  return store.put('walkUp', {
    ...{ id, billId: bill?.id ?? null, stationId, connectorId, plate, vehicleId, customerId },
    ...{ phone: wish.phone, need: wish.need, pays: pay.kind, paymentId: payment?.id ?? null },
    ...{ means: pay.kind === 'later' ? null : pay.means, idToken: 'WUFAKE', failure: null },
    ...{ state: paid ? 'starting' : 'waitingForPayment', startCommandId: null, starts: 0 },
    ...{ transactionId: null, movedFromId: null, movedToId: null, tillId: null },
    ...{ beganBy: 'desk', since: now, chargingAt: null, endedAt: null },
    ...{ createdAt: now, updatedAt: now },
  })
}

function payOf(
  store: FakeStore,
  bill: FakeStore['rows']['bill'][number],
  pay: Exclude<WalkUpPay, { kind: 'later' }>,
  promise: WalkUpPromise,
) {
  const minor = promise.price?.inclMinor ?? 0
  if (pay.kind !== 'take') {
    const payment = begin(store, bill, {
      ...{ means: pay.means, state: 'requested', readerId: pay.readerId ?? null },
      capture: pay.kind === 'hold' ? 'manual' : 'automatic',
      amountMinor: pay.kind === 'hold' ? (promise.holdMinor ?? minor) : minor,
    })
    letStripeAct(store, payment)
    return payment
  }
  const step = pay.means === 'cash' ? cashStepMinor(bill.currency) : 1
  const inCash = Math.round(minor / step) * step
  const tenderedMinor = pay.tenderedMinor ?? null
  return begin(store, bill, {
    ...{ means: pay.means, mode: 'local', state: 'paid', paidAt: Date.now(), amountMinor: minor },
    ...{ capturedMinor: minor, roundingMinor: inCash - minor, tenderedMinor },
    changeMinor: tenderedMinor === null ? null : tenderedMinor - inCash,
  })
}
