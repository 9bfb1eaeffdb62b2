import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskStay } from '../../../shared/contract/desk-stay.ts'
import { HOUR, MINUTE, toIso } from '../../../shared/time/instant.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { type DeskCharger, deskCharger, tokenOf } from './test-bench/desk-charger.ts'

let desk: DeskCharger
beforeEach(async () => {
  desk = await deskCharger()
})
afterEach(() => desk.close())

test('a car that is plugged in too late, for a walk-up that was taken back, is not let in', async () => {
  const begun = await desk.begin()
  const { id } = begun.booking
  await desk.becomes(id, { state: 'waitingForCar' })
  await desk.api('POST', `/walk-ups/${id}/cancel`, { reason: 'Left' })
  const payload = {
    connectorId: 1,
    idTag: tokenOf(begun),
    meterStart: 0,
    timestamp: toIso(desk.now()),
  }
  expect(await desk.call('StartTransaction', payload)).toMatchObject({
    idTagInfo: { status: 'Invalid' },
  })
})

test('a car that has charged and stands there still is started once more', async () => {
  await desk.status(1, 'Preparing')
  const begun = await desk.begin({ payment: { kind: 'later' } })
  const { id } = begun.booking
  const first = await desk.start(1, tokenOf(begun))
  await desk.charges(id)
  await desk.status(1, 'Charging')
  await desk.stop(first, 1_000)
  await desk.status(1, 'Finishing')
  await desk.becomes(id, { state: 'finished' })
  await desk.api('POST', `/walk-ups/${id}/start`, {})
  await desk.becomes(id, { state: 'starting', failure: null })
  const second = await desk.start(1, tokenOf(begun))
  expect(second).toBeGreaterThan(first)
  await desk.becomes(id, { state: 'charging' })
})

test('a car that is started once more in vain stands there as one that has charged', async () => {
  await desk.status(1, 'Preparing')
  const begun = await desk.begin({ payment: { kind: 'later' } })
  const { id } = begun.booking
  const number = await desk.start(1, tokenOf(begun))
  await desk.charges(id)
  await desk.status(1, 'Charging')
  await desk.stop(number, 1_000)
  await desk.status(1, 'Finishing')
  await desk.becomes(id, { state: 'finished' })
  desk.says = () => ({ status: 'Rejected' })
  const again = async () => {
    await desk.api('POST', `/walk-ups/${id}/start`, {})
    await desk.becomes(id, { state: 'starting', failure: 'chargerRefused' })
  }
  await again()
  const back = await desk.api<DeskStay>('POST', `/walk-ups/${id}/cancel`, {})
  expect(back).toMatchObject({ booking: { state: 'finished' }, walkUp: { state: 'finished' } })
  await again()
  const place = { stationId: desk.stationId, connectorId: 2 }
  const moved = await desk.api<{ from: DeskStay }>('POST', `/walk-ups/${id}/move`, place)
  expect(moved.from).toMatchObject({
    booking: { connectorId: 1, state: 'finished' },
    walkUp: { state: 'finished' },
  })
})

test('a car that charges moves on with the rest of what it needs', async () => {
  await desk.status(1, 'Preparing')
  const begun = await desk.begin()
  const { id } = begun.booking
  const number = await desk.start(1, tokenOf(begun))
  await desk.charges(id)
  await desk.charged(number, 4_000)
  const moved = await desk.api<{ from: DeskStay; to: DeskStay }>('POST', `/walk-ups/${id}/move`, {
    ...{ stationId: desk.stationId, connectorId: 2 },
  })
  expect(moved.to).toMatchObject({
    booking: { connectorId: 2, need: { energyWh: 6_000 } },
    walkUp: { pays: 'later', movedFromId: id, phone: '070-123 45 67' },
    due: { toPayMinor: 2_400 },
  })
  expect(moved.from).toMatchObject({ walkUp: { movedToId: moved.to.booking.id } })
  await eventually(() =>
    expect(desk.told.map(([method]) => method)).toContain('RemoteStopTransaction'),
  )
  await desk.stop(number, 4_000)
  await desk.status(1, 'Available')
  await desk.becomes(id, { state: 'finished' })
  await eventually(async () => {
    const { due } = await desk.api<DeskStay>('GET', `/walk-ups/${id}`)
    expect(due).toMatchObject({ isFinal: true, handBackMinor: 2_400 })
  })
})

test('a stay is extended with what it was promised, and refused with what is in the way', async () => {
  const begun = await desk.begin()
  const { id } = begun.booking
  const until = begun.booking.departsAt + HOUR
  const extended = await desk.api<DeskStay>('POST', `/walk-ups/${id}/extend`, {
    need: { kind: 'until', at: until },
  })
  expect(extended).toMatchObject({
    booking: { departsAt: until, need: { kind: 'energy', energyWh: 10_000 } },
    walkUp: { need: { kind: 'energy', energyWh: 10_000 } },
  })
  const more = await desk.api<DeskStay>('POST', `/walk-ups/${id}/extend`, {
    need: { kind: 'energy', energyWh: 11_000 },
  })
  expect(more.booking).toMatchObject({ departsAt: until, need: { energyWh: 11_000 } })
  await desk.api('POST', '/bookings', {
    ...{ stationId: desk.stationId, connectorId: 1, plate: 'DEF 456' },
    ...{ arrivesAt: until, departsAt: until + HOUR },
  })
  const refused = await desk.hub.api('POST', `/walk-ups/${id}/extend`, {
    need: { kind: 'until', at: until + HOUR },
  })
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'BOOKING_REFUSED', data: { refusals: [{ code: 'overlaps' }] } },
  })
})

test('a booked car that is plugged in is started from the desk', async () => {
  const { id } = await desk.api<{ id: string }>('POST', '/bookings', {
    ...{ stationId: desk.stationId, connectorId: 1, plate: 'DEF 456' },
    ...{ arrivesAt: desk.now() - MINUTE, departsAt: desk.now() + HOUR },
  })
  const path = `/walk-ups/${id}/start-booked`
  expect(await desk.hub.api('POST', path, {})).toMatchObject({
    ...{ status: 409, body: { code: 'NOT_NOW' } },
  })
  await desk.status(1, 'Preparing')
  await desk.api('POST', `/bookings/${id}/arrive`, {})
  const started = await desk.api<DeskStay & { command: { answer: object } }>('POST', path, {})
  expect(started.command.answer).toEqual({ status: 'Accepted' })
  const [, payload] = desk.told.find(([method]) => method === 'RemoteStartTransaction') ?? []
  await desk.start(1, String(payload?.['idTag']))
  await eventually(async () => {
    const { booking } = await desk.stay(id)
    expect(booking).toMatchObject({ id, state: 'charging' })
  })
})

test('a car that is stuck is let go step by step', async () => {
  await desk.status(1, 'Preparing')
  const begun = await desk.begin()
  const number = await desk.start(1, tokenOf(begun))
  await desk.charges(begun.booking.id)
  const path = `/stations/${desk.stationId}/connectors/1/release`
  const step = (word: string) => desk.api<object>('POST', path, { step: word })
  expect(await step('stop')).toMatchObject({
    ladder: { next: 'unlock', rungs: [{ step: 'stop', state: 'worked' }, {}, {}, {}] },
  })
  await desk.stop(number, 100)
  await desk.status(1, 'Finishing')
  desk.says = () => ({ status: 'UnlockFailed' })
  expect(await step('unlock')).toMatchObject({
    ladder: { next: 'softReset', rungs: [{}, { state: 'failed', answer: 'UnlockFailed' }, {}, {}] },
  })
  desk.says = () => ({ status: 'Accepted' })
  expect(await step('softReset')).toMatchObject({ ladder: { next: 'hardReset', isFree: false } })
  await desk.status(1, 'Available')
  expect(await step('hardReset')).toMatchObject({ ladder: { next: null, isFree: true } })
})
