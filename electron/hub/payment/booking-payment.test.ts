import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { aVersion, anAssignment } from '../../../shared/domain/tariff/tariff-fixture.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { depotTariff } from '../bill/test-bench/billed-site.ts'
import { type PayingHub, payingHub } from './test-bench/paying-hub.ts'

let hub: PayingHub
let stationId: string
beforeEach(async () => {
  hub = await payingHub()
  stationId = hub.face.newId()
  const words = { chargePointId: 'CP1', zone: '', authentication: 'none' } as const
  await hub.face.store.work('test', (tx) => {
    tx.insert('station', newStation(words, stationId, tx.now))
    tx.insert('connector', newConnector(tx.newId(), stationId, 1))
    const id = tx.newId()
    tx.insert('tariff', { id, name: 'Depot', archivedAt: null, createdAt: 0, updatedAt: 0 })
    tx.insert(
      'tariffVersion',
      aVersion({ id: tx.newId(), tariffId: id, ocpi: depotTariff, idleGraceMin: 15 }),
    )
    tx.insert('tariffAssignment', anAssignment({ id: tx.newId(), tariffId: id }))
  })
  await hub.face.ask('PATCH', '/payment-terms', { payWhileBooking: 'must' })
})
afterEach(() => hub.close())

async function book(told: object = {}): Promise<Booking> {
  const { body } = await hub.face.ask<Booking>('POST', '/bookings', {
    ...{ stationId, connectorId: 1, plate: 'ABC 123' },
    ...{ arrivesAt: hub.face.now + 2 * HOUR, departsAt: hub.face.now + 3 * HOUR },
    ...{ need: { kind: 'energy', energyWh: 10_000 }, ...told },
  })
  return body
}

const bookingNow = async ({ id }: Booking) =>
  (await hub.face.ask<Booking>('GET', `/bookings/${id}`)).body
const payments = (): Promise<Payment[]> => hub.face.store.reads.find('payment', {})

async function lookAfter(): Promise<void> {
  await hub.face.money.bills.look()
  await hub.face.money.payments.steps.lookAfter()
  await hub.settle()
}

async function pay(): Promise<void> {
  const [payment] = await payments()
  hub.double.controls.payOnPage(payment?.stripeCheckoutSessionId ?? '', '4242424242424242')
  hub.later(2_000)
  await hub.settle()
}

test('a booking that must be paid waits for its money, and is agreed to by it', async () => {
  const booking = await book()
  expect(booking.state).toBe('requested')
  await lookAfter()
  expect(await payments()).toMatchObject([{ state: 'open', amountMinor: 3_200 }])
  await pay()
  expect((await bookingNow(booking)).state).toBe('confirmed')
})

test('one that nobody pays in time is taken back, and its page can’t be paid on any more', async () => {
  const booking = await book()
  await lookAfter()
  hub.later(40 * MINUTE)
  await hub.settle()
  await lookAfter()
  expect((await bookingNow(booking)).state).toBe('cancelled')
  expect(await payments()).toMatchObject([{ state: 'expired' }])
  await lookAfter()
  expect(await payments()).toHaveLength(1)
})

test('one for which there can be no link is taken back too when nobody pays it in time', async () => {
  await hub.face.ask('PATCH', '/payment-terms', { means: ['cash'] })
  const booking = await book()
  await lookAfter()
  expect(await payments()).toEqual([])
  expect((await bookingNow(booking)).state).toBe('requested')
  hub.later(40 * MINUTE)
  await lookAfter()
  expect((await bookingNow(booking)).state).toBe('cancelled')
})

test('a booking that is taken back before it is paid has its page ended at Stripe', async () => {
  const booking = await book()
  await lookAfter()
  const [{ stripeCheckoutSessionId } = { stripeCheckoutSessionId: '' }] = await payments()
  hub.later(MINUTE)
  await hub.post(`/bookings/${booking.id}/cancel`)
  await lookAfter()
  const page = await hub.atStripe.checkout.sessions.retrieve(stripeCheckoutSessionId ?? '')
  expect(page.status).toBe('expired')
  expect(await payments()).toMatchObject([{ state: 'cancelled' }])
})

test('one that is taken back after it was paid is paid back', async () => {
  const booking = await book()
  await lookAfter()
  await pay()
  hub.later(MINUTE)
  await hub.post(`/bookings/${booking.id}/cancel`)
  await lookAfter()
  expect(await payments()).toMatchObject([{ state: 'paid', refundedMinor: 3_200 }])
  expect(await hub.balance('customer/walkUp')).toBe(0)
})

test('who is invoiced needn’t pay first', async () => {
  const { body: customer } = await hub.post<{ id: string }>('/customers', {
    ...{ name: 'Åkeriet', kind: 'fleet' },
  })
  expect((await book({ customerId: customer.id })).state).toBe('confirmed')
})

test('where nothing has to be paid beforehand, a booking is agreed to at once', async () => {
  await hub.face.ask('PATCH', '/payment-terms', { payWhileBooking: 'may' })
  expect((await book()).state).toBe('confirmed')
})
