import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Refused } from '../payment/test-bench/paying-hub.ts'
import type { DeskStay } from '../../../shared/contract/desk-stay.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import type { Reader } from '../../../shared/domain/payment/stripe-account.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { aVersion, anAssignment } from '../../../shared/domain/tariff/tariff-fixture.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { depotTariff } from '../bill/test-bench/billed-site.ts'
import { payerAt, VISA } from '../payment/test-bench/payer.ts'
import { type PayingHub, payingHub } from '../payment/test-bench/paying-hub.ts'

const DECLINED = '4000000000000002'

let hub: PayingHub
let stationId: string
let readerId: string
beforeEach(async () => {
  hub = await payingHub()
  stationId = hub.face.newId()
  const words = { chargePointId: 'CP1', zone: '', authentication: 'none' } as const
  await hub.face.store.work('test', (tx) => {
    tx.insert('station', newStation(words, stationId, tx.now))
    for (const number of [0, 1, 2])
      tx.insert('connector', newConnector(tx.newId(), stationId, number))
    const id = tx.newId()
    tx.insert('tariff', { id, name: 'Desk', archivedAt: null, createdAt: 0, updatedAt: 0 })
    tx.insert(
      'tariffVersion',
      aVersion({ id: tx.newId(), tariffId: id, ocpi: depotTariff, idleGraceMin: 15 }),
    )
    tx.insert('tariffAssignment', anAssignment({ id: tx.newId(), tariffId: id }))
  })
  const { body } = await hub.post<Reader>('/readers', {
    ...{ registrationCode: 'simulated-wpe', label: 'Desk' },
  })
  readerId = body.id
})
afterEach(() => hub.close())

const begin = (payment: object, words: object = {}) =>
  hub.post<DeskStay & Refused>('/walk-ups', {
    ...{ stationId, connectorId: 1, plate: 'ABC 123', payment },
    ...{ need: { kind: 'energy', energyWh: 10_000 }, ...words },
  })
const now = async (id: string): Promise<WalkUp | null> => {
  await hub.face.money.walkUps?.look()
  return (await hub.face.ask<DeskStay>('GET', `/walk-ups/${id}`)).body.walkUp
}
const settled = async (): Promise<void> => {
  hub.later(2_000)
  await hub.settle()
}

test('a card that is declined at the reader is told, and cash takes its place', async () => {
  const begun = await begin({ kind: 'ask', means: 'reader', readerId })
  expect(begun).toMatchObject({ status: 201, body: { walkUp: { state: 'waitingForPayment' } } })
  const { id } = begun.body.booking
  await hub.settle()
  hub.double.controls.presentCard(readerId, DECLINED)
  await settled()
  expect(await now(id)).toMatchObject({ state: 'waitingForPayment', failure: 'paymentFailed' })
  const payment = { kind: 'take', means: 'cash', tenderedMinor: 10_000 }
  const paid = await hub.post<DeskStay>(`/walk-ups/${id}/settle`, { payment })
  // No charger is connected here; it is told as soon as one is.
  expect(paid.body).toMatchObject({
    bill: { paidMinor: 3_200 },
    walkUp: { state: 'starting', failure: 'chargerOffline', paymentId: paid.body.payment?.id },
  })
})

test('what is paid on Stripe’s page lets the charge start by itself', async () => {
  const { body } = await begin({ kind: 'ask', means: 'checkout' })
  const { id } = body.booking
  await hub.settle()
  expect(await now(id)).toMatchObject({ state: 'waitingForPayment', failure: null })
  await payerAt(hub).payOnPage({ id: body.payment?.id ?? '' })
  expect(await now(id)).toMatchObject({ state: 'starting', failure: 'chargerOffline' })
})

test('what is held on a card does too, by the walk-ups’ own terms', async () => {
  await hub.face.ask('PATCH', '/walk-up-terms', { holdMinor: 25_000 })
  const { body } = await begin({ kind: 'hold', means: 'reader', readerId })
  expect(body.payment).toMatchObject({ capture: 'manual', amountMinor: 25_000 })
  await hub.settle()
  hub.double.controls.presentCard(readerId, VISA)
  await settled()
  expect(await now(body.booking.id)).toMatchObject({ state: 'starting' })
})

test('cancelled, what was paid goes back to the card, and what was only asked for is called off', async () => {
  const paid = (await begin({ kind: 'ask', means: 'checkout' })).body
  await hub.settle()
  await payerAt(hub).payOnPage({ id: paid.payment?.id ?? '' })
  const asked = (
    await begin({ kind: 'ask', means: 'checkout' }, { connectorId: 2, plate: 'DEF 456' })
  ).body
  const reason = { reason: 'Changed their mind' }
  const back = await hub.post<DeskStay>(`/walk-ups/${paid.booking.id}/cancel`, reason)
  const off = await hub.post<DeskStay>(`/walk-ups/${asked.booking.id}/cancel`, reason)
  expect(back.body).toMatchObject({
    booking: { state: 'cancelled' },
    bill: { state: 'void', paidMinor: 0, dueMinor: 0 },
    walkUp: { state: 'cancelled' },
  })
  expect(off.body).toMatchObject({ bill: { state: 'void', paidMinor: 0 } })
  const { payment } = await hub.detail(asked.payment?.id ?? '')
  expect(payment.state).toBe('cancelled')
  const again = await hub.post<Refused>(`/walk-ups/${paid.booking.id}/cancel`, reason)
  expect(again).toMatchObject({ status: 409, body: { code: 'NOT_NOW' } })
})

test('whom nobody pays for gives the connector back', async () => {
  const { body } = await begin({ kind: 'ask', means: 'reader', readerId })
  await hub.settle()
  hub.double.controls.cancelOnReader(readerId)
  await settled()
  expect(await now(body.booking.id)).toMatchObject({ failure: 'paymentFailed' })
  hub.later(15 * MINUTE)
  expect(await now(body.booking.id)).toMatchObject({ state: 'cancelled' })
  expect((await begin({ kind: 'later' }, { plate: 'DEF 456' })).status).toBe(201)
})

test('a site offers the ways of paying that it wants to', async () => {
  await hub.face.ask('PATCH', '/walk-up-terms', { pays: ['take'] })
  expect(await begin({ kind: 'later' })).toMatchObject({
    status: 409,
    body: { code: 'PAYS_NOT_OFFERED', data: { pays: 'later' } },
  })
})
