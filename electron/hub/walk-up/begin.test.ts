import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskStay } from '../../../shared/contract/desk-stay.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { type DeskCharger, deskCharger, tokenOf } from './test-bench/desk-charger.ts'

let desk: DeskCharger
beforeEach(async () => {
  desk = await deskCharger()
})
afterEach(() => desk.close())

const remoteStarts = () => desk.told.filter(([method]) => method === 'RemoteStartTransaction')

test('from cash to the settled stay: started, plugged in, charged, stopped, and what was not used handed back', async () => {
  const begun = await desk.begin()
  const { id } = begun.booking
  expect(begun).toMatchObject({
    booking: { origin: 'walkUp', state: 'confirmed', need: { energyWh: 10_000 } },
    bill: { state: 'estimated', paidMinor: 4_000 },
    payment: { means: 'cash', state: 'paid', changeMinor: 1_000 },
    walkUp: { state: 'starting', failure: null, plate: 'ABC 123' },
    due: { toPayMinor: 0, isFinal: false },
  })
  await desk.becomes(id, { state: 'waitingForCar', failure: null })
  expect(remoteStarts()).toEqual([
    ['RemoteStartTransaction', { idTag: tokenOf(begun), connectorId: 1 }],
  ])
  await desk.status(1, 'Preparing')
  await desk.becomes(id, { state: 'starting', failure: null })
  const number = await desk.start(1, tokenOf(begun))
  await desk.status(1, 'Charging')
  await desk.charges(id)

  desk.hub.aheadMs = HOUR
  desk.says = (method) => {
    if (method === 'RemoteStopTransaction') void desk.stop(number, 7_000)
    return { status: 'Accepted' }
  }
  const stopped = await desk.api<DeskStay>('POST', `/walk-ups/${id}/stop`, {})
  expect(stopped).toMatchObject({ command: { state: 'answered', answer: { status: 'Accepted' } } })
  await eventually(() =>
    expect(desk.told.at(-1)).toEqual(['RemoteStopTransaction', { transactionId: number }]),
  )
  await desk.status(1, 'Finishing')
  await desk.becomes(id, { state: 'finished' })
  await desk.status(1, 'Available')
  await eventually(async () => {
    const { due } = await desk.api<DeskStay>('GET', `/walk-ups/${id}`)
    expect(due).toMatchObject({ isFinal: true, toPayMinor: 0, handBackMinor: 1_200 })
  })
  const settled = await desk.api<DeskStay>('POST', `/walk-ups/${id}/hand-back`, {})
  expect(settled).toMatchObject({ bill: { dueMinor: 0, paidMinor: 2_800 } })
  expect(settled.due).toMatchObject({ handBackMinor: 0, toPayMinor: 0 })
})

test('who pays later is started at once and pays what it came to', async () => {
  await desk.status(1, 'Preparing')
  const begun = await desk.begin({ need: { kind: 'full' }, payment: { kind: 'later' } })
  const { id } = begun.booking
  expect(begun).toMatchObject({ booking: { state: 'arrived' }, payment: null })
  await eventually(() => expect(remoteStarts()).toHaveLength(1))
  const number = await desk.start(1, tokenOf(begun))
  await desk.charges(id)
  desk.hub.aheadMs = HOUR
  await desk.stop(number, 5_000)
  await desk.status(1, 'Available')
  await eventually(async () => {
    const { due } = await desk.api<DeskStay>('GET', `/walk-ups/${id}`)
    expect(due).toMatchObject({ isFinal: true, toPayMinor: 2_000 })
  })
  const paid = await desk.api<DeskStay>('POST', `/walk-ups/${id}/settle`, {
    payment: { kind: 'take', means: 'externalTerminal', reference: '4711' },
  })
  expect(paid).toMatchObject({ bill: { dueMinor: 0 }, payment: { state: 'paid' } })
})

test('a charger that refuses is told of, and the stay goes on at another connector with its money', async () => {
  await desk.status(1, 'Preparing')
  desk.says = () => ({ status: 'Rejected' })
  const begun = await desk.begin()
  const { id } = begun.booking
  await desk.becomes(id, { state: 'starting', failure: 'chargerRefused' })
  desk.says = () => ({ status: 'Accepted' })
  await desk.status(2, 'Preparing')
  await desk.api('POST', `/walk-ups/${id}/move`, { stationId: desk.stationId, connectorId: 2 })
  await desk.becomes(id, { state: 'starting', failure: null, connectorId: 2 })
  expect(remoteStarts().at(-1)?.[1]).toMatchObject({ connectorId: 2 })
  await desk.start(2, tokenOf(begun))
  const charging = await desk.charges(id)
  expect(charging.bill).toMatchObject({ paidMinor: 4_000, connectorId: 2 })
})

test('a charger that starts nothing without a car is told again when one is plugged in', async () => {
  desk.says = () => ({ status: 'Rejected' })
  const begun = await desk.begin()
  const { id } = begun.booking
  await desk.becomes(id, { state: 'waitingForCar', failure: 'chargerRefused' })
  desk.says = () => ({ status: 'Accepted' })
  await desk.status(1, 'Preparing')
  await desk.becomes(id, { state: 'starting', failure: null, starts: 2 })
  await desk.start(1, tokenOf(begun))
  expect((await desk.charges(id)).walkUp).toMatchObject({ failure: null })
})

test('a charger that is offline is told as soon as it is back', async () => {
  await desk.disconnect()
  const begun = await desk.begin()
  const { id } = begun.booking
  await desk.becomes(id, { state: 'starting', failure: 'chargerOffline' })
  await desk.reconnect()
  await desk.becomes(id, { state: 'waitingForCar', failure: null })
  await desk.status(1, 'Preparing')
  await desk.start(1, tokenOf(begun))
  expect((await desk.charges(id)).walkUp).toMatchObject({ failure: null })
})

test('the same call again takes nobody in twice', async () => {
  const key = { 'idempotency-key': 'walk-up-1' }
  const one = await desk.begin({}, key)
  const other = await desk.begin({}, key)
  expect(other.booking.id).toBe(one.booking.id)
  const id = one.booking.id
  const third = await desk.begin({ id })
  expect(third.booking.id).toBe(id)
  await desk.becomes(id, { state: 'waitingForCar' })
  expect(remoteStarts()).toHaveLength(1)
  const { rows } = await desk.api<{ rows: Bill[] }>('GET', '/bills')
  expect(rows).toMatchObject([{ paidMinor: 4_000 }])
})

test('whoever is refused leaves nothing behind', async () => {
  const refused = await desk.hub.api('POST', '/walk-ups', {
    ...{ stationId: desk.stationId, connectorId: 1, plate: 'ABC 123' },
    need: { kind: 'full' },
    payment: { kind: 'take', means: 'cash', tenderedMinor: 100 },
  })
  expect(refused).toMatchObject({ status: 409, body: { code: 'TENDERED_TOO_LITTLE' } })
  const { rows } = await desk.api<{ rows: object[] }>('GET', '/bookings')
  expect(rows).toEqual([])
  await desk.begin()
  const occupied = await desk.hub.api('POST', '/walk-ups', {
    ...{ stationId: desk.stationId, connectorId: 1, plate: 'DEF 456', need: { kind: 'full' } },
    payment: { kind: 'later' },
  })
  expect(occupied).toMatchObject({
    status: 409,
    body: { code: 'BOOKING_REFUSED', data: { refusals: [{ code: 'overlaps' }] } },
  })
})

test('nobody who plugs in in time is kept, and the money is to be handed back', async () => {
  const begun = await desk.begin()
  const { id } = begun.booking
  await desk.becomes(id, { state: 'waitingForCar' })
  desk.hub.aheadMs = 16 * 60_000
  const over = await desk.becomes(id, { state: 'cancelled' })
  expect(over).toMatchObject({
    booking: { state: 'cancelled' },
    bill: { state: 'void', dueMinor: -4_000 },
    due: { handBackMinor: 4_000 },
  })
})
