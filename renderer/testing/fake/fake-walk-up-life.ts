import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import { openWalkUps } from '../../../shared/domain/walk-up/walk-up.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'
import { sumsOf } from '../seed/seed-bill.ts'

/** How long a charger takes to say yes, and a driver to plug in. */
const SAYS_YES_MS = 1_200
const PLUGS_IN_MS = 6_000

/** Lets the walk-ups go on by themselves: money first, then the charger, then the car, then it charges and costs. */
export function liveWalkUps(store: FakeStore): void {
  setInterval(() => {
    for (const walkUp of store.rows.walkUp)
      if (openWalkUps.has(walkUp.state) && walkUp.failure === null) goOn(store, walkUp)
  }, 400)
}

/** A walk-up in its next state. */
export function turnWalkUp(store: FakeStore, walkUp: WalkUp, told: Partial<WalkUp>): WalkUp {
  const now = Date.now()
  return store.put('walkUp', { ...walkUp, since: now, updatedAt: now, ...told })
}

/** The connector of a stay as it would be after its car did something. */
export function turnConnector(
  store: FakeStore,
  { stationId, connectorId }: Pick<WalkUp, 'stationId' | 'connectorId'>,
  told: Partial<FakeStore['rows']['connector'][number]>,
): void {
  const row = store.rows.connector.find(
    (one) => one.stationId === stationId && one.connectorId === connectorId,
  )
  if (row) store.put('connector', { ...row, ...told, statusAt: Date.now() })
}

/** The bill of a stay by what it has taken so far. */
export function billTaken(store: FakeStore, bill: Bill, energyWh: number): Bill {
  const sums = sumsOf(energyWh, bill.startsAt)
  const estimatedMinor = Math.max(bill.estimatedMinor, sums.inclMinor)
  return store.put('bill', { ...bill, ...sums, energyWh, estimatedMinor, state: 'running' })
}

function goOn(store: FakeStore, walkUp: WalkUp): void {
  const now = Date.now()
  const booking = store.find('booking', walkUp.id)
  if (!booking) return
  switch (walkUp.state) {
    case 'waitingForPayment': {
      const payment = walkUp.paymentId === null ? null : store.find('payment', walkUp.paymentId)
      if (payment?.state === 'failed') turnWalkUp(store, walkUp, { failure: 'paymentFailed' })
      if (payment?.state === 'paid' || payment?.state === 'held')
        turnWalkUp(store, walkUp, { state: 'starting', starts: 1 })
      return
    }
    case 'starting':
      if (now - walkUp.since < SAYS_YES_MS) return
      if (store.find('station', walkUp.stationId)?.connection !== 'online')
        turnWalkUp(store, walkUp, { failure: 'chargerOffline' })
      else if (booking.state === 'arrived') charge(store, walkUp, booking)
      else turnWalkUp(store, walkUp, { state: 'waitingForCar' })
      return
    case 'waitingForCar':
      if (now - walkUp.since >= PLUGS_IN_MS) charge(store, walkUp, booking)
      return
    case 'charging':
      follow(store, booking)
      return
    default:
  }
}

function charge(store: FakeStore, walkUp: WalkUp, booking: Booking): void {
  const now = Date.now()
  const { stationId, connectorId, idToken } = walkUp
  const transaction = store.put('transaction', {
    ...{ id: newId(now), ocppTransactionId: store.rows.transaction.length + 1 },
    ...{ stationId, connectorId, idToken, state: 'active', startedAt: now, startReceivedAt: now },
    ...{ meterStartWh: 0, stoppedAt: null, meterStopWh: null, stopReceivedAt: null },
    ...{ stopReason: null, stopIdToken: null, energyWh: 0, powerW: 10_800, socPct: null },
    ...{ sampledAt: now, reservationId: null, notes: [] },
  })
  turnConnector(store, walkUp, { status: 'Charging', transactionId: transaction.id })
  store.put('booking', {
    ...booking,
    ...{ state: 'charging', arrivedAt: now, transactionId: transaction.id, updatedAt: now },
  })
  turnWalkUp(store, walkUp, { state: 'charging', chargingAt: now, transactionId: transaction.id })
}

/** What it costs grows with what it takes. */
function follow(store: FakeStore, { id, transactionId }: Booking): void {
  const transaction = transactionId === null ? null : store.find('transaction', transactionId)
  const bill = store.rows.bill.find(({ bookingId }) => bookingId === id)
  if (bill && transaction && transaction.energyWh !== bill.energyWh)
    billTaken(store, bill, transaction.energyWh)
}
