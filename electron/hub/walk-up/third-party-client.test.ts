import { RPCClient } from 'ocpp-rpc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskStay } from '../../../shared/contract/desk-stay.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { OcpiTariff } from '../../../shared/domain/tariff/ocpi-tariff.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import { HOUR, toIso } from '../../../shared/time/instant.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { wholeHub, type WholeHub } from '../ocpp/server/test-bench/whole-hub.ts'

/** 4 a kWh, 25 % VAT included. */
const ocpi: OcpiTariff = {
  currency: 'SEK',
  tax_included: 'YES',
  elements: [{ price_components: [{ type: 'ENERGY', price: 4, vat: 25, step_size: 1 }] }],
}

let hub: WholeHub
let charger: RPCClient
let stationId: Id
let password: string
/** What the charger was told, and what it says to it. */
let told: [method: string, payload: Record<string, unknown>][]
let says: (method: string) => object

async function api<Body>(method: string, path: string, body?: object, headers = {}): Promise<Body> {
  const answer = await hub.api(method, path, body, headers)
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as Body
}

beforeEach(async () => {
  hub = await wholeHub({ speed: 20 })
  const made = await api<{ station: { id: Id }; key: { password: string } }>('POST', '/stations', {
    chargePointId: 'CP1',
  })
  stationId = made.station.id
  password = made.key.password
  const { tariff } = await api<{ tariff: { id: string } }>('POST', '/tariffs', {
    ...{ name: 'Desk', ocpi, idleGraceMin: 0 },
  })
  await api('POST', '/tariff-assignments', { tariffId: tariff.id })
  told = []
  says = () => ({ status: 'Accepted' })
  charger = await connect()
  await status(1, 'Available')
  await status(2, 'Available')
})
afterEach(async () => {
  await charger.close({ force: true })
  await hub.stop()
})

async function connect(): Promise<RPCClient> {
  const options = {
    endpoint: hub.ocppUrl,
    identity: 'CP1',
    password,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
  }
  // Its types ask for every option although each has a default.
  const client = new RPCClient(options as unknown as ConstructorParameters<typeof RPCClient>[0])
  client.handle(async ({ method = '', params }) => {
    told.push([method, params as Record<string, unknown>])
    return says(method)
  })
  await client.connect()
  await client.call('BootNotification', { chargePointVendor: 'Third', chargePointModel: 'Party' })
  return client
}

const now = () => Date.now() + hub.aheadMs
const status = (connectorId: number, word: string) =>
  charger.call('StatusNotification', {
    ...{ connectorId, errorCode: 'NoError', status: word, timestamp: toIso(now()) },
  })
const start = async (connectorId: number, idTag: string) => {
  const payload = { connectorId, idTag, meterStart: 0, timestamp: toIso(now()) }
  const answer = (await charger.call('StartTransaction', payload)) as {
    transactionId: number
    idTagInfo: { status: string }
  }
  expect(answer.idTagInfo.status).toBe('Accepted')
  return answer.transactionId
}
const stop = (transactionId: number, wh: number) =>
  charger.call('StopTransaction', {
    ...{ transactionId, meterStop: wh, timestamp: toIso(now()), reason: 'Remote' },
  })
const remoteStarts = () => told.filter(([method]) => method === 'RemoteStartTransaction')
const begin = (words: object = {}, headers = {}) =>
  api<DeskStay>(
    'POST',
    '/walk-ups',
    {
      ...{ stationId, connectorId: 1, plate: 'ABC 123', phone: '070-123 45 67' },
      need: { kind: 'energy', energyWh: 10_000 },
      payment: { kind: 'take', means: 'cash', tenderedMinor: 5_000 },
      ...words,
    },
    headers,
  )
const becomes = (id: Id, what: Partial<WalkUp>) =>
  eventually(async () => {
    const stay = await api<DeskStay>('GET', `/walk-ups/${id}`)
    expect(stay.walkUp).toMatchObject(what)
    return stay
  })
/** It charges, and is billed for it. */
const charges = (id: Id) =>
  eventually(async () => {
    const stay = await api<DeskStay>('GET', `/walk-ups/${id}`)
    expect(stay).toMatchObject({ walkUp: { state: 'charging' }, bill: { state: 'running' } })
    return stay
  })
const tokenOf = ({ walkUp }: DeskStay): string => walkUp?.idToken ?? ''

test('from cash to the settled stay: started, plugged in, charged, stopped, and what was not used handed back', async () => {
  const begun = await begin()
  const { id } = begun.booking
  expect(begun).toMatchObject({
    booking: { origin: 'walkUp', state: 'confirmed', need: { energyWh: 10_000 } },
    bill: { state: 'estimated', paidMinor: 4_000 },
    payment: { means: 'cash', state: 'paid', changeMinor: 1_000 },
    walkUp: { state: 'starting', failure: null, plate: 'ABC 123' },
    due: { toPayMinor: 0, isFinal: false },
  })
  await becomes(id, { state: 'waitingForCar', failure: null })
  expect(remoteStarts()).toEqual([
    ['RemoteStartTransaction', { idTag: tokenOf(begun), connectorId: 1 }],
  ])
  await status(1, 'Preparing')
  await becomes(id, { state: 'starting', failure: null })
  const number = await start(1, tokenOf(begun))
  await status(1, 'Charging')
  await charges(id)

  hub.aheadMs = HOUR
  says = (method) => {
    if (method === 'RemoteStopTransaction') void stop(number, 7_000)
    return { status: 'Accepted' }
  }
  const stopped = await api<DeskStay>('POST', `/walk-ups/${id}/stop`, {})
  expect(stopped).toMatchObject({ command: { state: 'answered', answer: { status: 'Accepted' } } })
  await eventually(() =>
    expect(told.at(-1)).toEqual(['RemoteStopTransaction', { transactionId: number }]),
  )
  await status(1, 'Finishing')
  await becomes(id, { state: 'finished' })
  await status(1, 'Available')
  await eventually(async () => {
    const { due } = await api<DeskStay>('GET', `/walk-ups/${id}`)
    expect(due).toMatchObject({ isFinal: true, toPayMinor: 0, handBackMinor: 1_200 })
  })
  const settled = await api<DeskStay>('POST', `/walk-ups/${id}/hand-back`, {})
  expect(settled).toMatchObject({ bill: { dueMinor: 0, paidMinor: 2_800 } })
  expect(settled.due).toMatchObject({ handBackMinor: 0, toPayMinor: 0 })
})

test('who pays later is started at once and pays what it came to', async () => {
  await status(1, 'Preparing')
  const begun = await begin({ need: { kind: 'full' }, payment: { kind: 'later' } })
  const { id } = begun.booking
  expect(begun).toMatchObject({ booking: { state: 'arrived' }, payment: null })
  await eventually(() => expect(remoteStarts()).toHaveLength(1))
  const number = await start(1, tokenOf(begun))
  await charges(id)
  hub.aheadMs = HOUR
  await stop(number, 5_000)
  await status(1, 'Available')
  await eventually(async () => {
    const { due } = await api<DeskStay>('GET', `/walk-ups/${id}`)
    expect(due).toMatchObject({ isFinal: true, toPayMinor: 2_000 })
  })
  const paid = await api<DeskStay>('POST', `/walk-ups/${id}/settle`, {
    payment: { kind: 'take', means: 'externalTerminal', reference: '4711' },
  })
  expect(paid).toMatchObject({ bill: { dueMinor: 0 }, payment: { state: 'paid' } })
})

test('a charger that refuses is told of, and the stay goes on at another connector with its money', async () => {
  await status(1, 'Preparing')
  says = () => ({ status: 'Rejected' })
  const begun = await begin()
  const { id } = begun.booking
  await becomes(id, { state: 'starting', failure: 'chargerRefused' })
  says = () => ({ status: 'Accepted' })
  await status(2, 'Preparing')
  await api('POST', `/walk-ups/${id}/move`, { stationId, connectorId: 2 })
  await becomes(id, { state: 'starting', failure: null, connectorId: 2 })
  expect(remoteStarts().at(-1)?.[1]).toMatchObject({ connectorId: 2 })
  await start(2, tokenOf(begun))
  const charging = await charges(id)
  expect(charging.bill).toMatchObject({ paidMinor: 4_000, connectorId: 2 })
})

test('a charger that starts nothing without a car is told again when one is plugged in', async () => {
  says = () => ({ status: 'Rejected' })
  const begun = await begin()
  const { id } = begun.booking
  await becomes(id, { state: 'waitingForCar', failure: 'chargerRefused' })
  says = () => ({ status: 'Accepted' })
  await status(1, 'Preparing')
  await becomes(id, { state: 'starting', failure: null, starts: 2 })
  await start(1, tokenOf(begun))
  expect((await charges(id)).walkUp).toMatchObject({ failure: null })
})

test('a charger that is offline is told as soon as it is back', async () => {
  await charger.close({ force: true })
  await eventually(async () => {
    const { rows } = await api<{ rows: { connection: string }[] }>('GET', '/stations')
    expect(rows).toMatchObject([{ connection: 'offline' }])
  })
  const begun = await begin()
  const { id } = begun.booking
  await becomes(id, { state: 'starting', failure: 'chargerOffline' })
  charger = await connect()
  await becomes(id, { state: 'waitingForCar', failure: null })
  await status(1, 'Preparing')
  await start(1, tokenOf(begun))
  expect((await charges(id)).walkUp).toMatchObject({ failure: null })
})

test('the same call again takes nobody in twice', async () => {
  const key = { 'idempotency-key': 'walk-up-1' }
  const one = await begin({}, key)
  const other = await begin({}, key)
  expect(other.booking.id).toBe(one.booking.id)
  const id = one.booking.id
  const third = await begin({ id })
  expect(third.booking.id).toBe(id)
  await becomes(id, { state: 'waitingForCar' })
  expect(remoteStarts()).toHaveLength(1)
  const { rows } = await api<{ rows: Bill[] }>('GET', '/bills')
  expect(rows).toMatchObject([{ paidMinor: 4_000 }])
})

test('whoever is refused leaves nothing behind', async () => {
  const refused = await hub.api('POST', '/walk-ups', {
    ...{ stationId, connectorId: 1, plate: 'ABC 123' },
    need: { kind: 'full' },
    payment: { kind: 'take', means: 'cash', tenderedMinor: 100 },
  })
  expect(refused).toMatchObject({ status: 409, body: { code: 'TENDERED_TOO_LITTLE' } })
  const { rows } = await api<{ rows: object[] }>('GET', '/bookings')
  expect(rows).toEqual([])
  await begin()
  const occupied = await hub.api('POST', '/walk-ups', {
    ...{ stationId, connectorId: 1, plate: 'DEF 456', need: { kind: 'full' } },
    payment: { kind: 'later' },
  })
  expect(occupied).toMatchObject({
    status: 409,
    body: { code: 'BOOKING_REFUSED', data: { refusals: [{ code: 'overlaps' }] } },
  })
})

test('nobody who plugs in in time is kept, and the money is to be handed back', async () => {
  const begun = await begin()
  const { id } = begun.booking
  await becomes(id, { state: 'waitingForCar' })
  hub.aheadMs = 16 * 60_000
  const over = await becomes(id, { state: 'cancelled' })
  expect(over).toMatchObject({
    booking: { state: 'cancelled' },
    bill: { state: 'void', dueMinor: -4_000 },
    due: { handBackMinor: 4_000 },
  })
})

test('a car that is plugged in too late, for a walk-up that was taken back, is not let in', async () => {
  const begun = await begin()
  const { id } = begun.booking
  await becomes(id, { state: 'waitingForCar' })
  await api('POST', `/walk-ups/${id}/cancel`, { reason: 'Left' })
  const payload = { connectorId: 1, idTag: tokenOf(begun), meterStart: 0, timestamp: toIso(now()) }
  expect(await charger.call('StartTransaction', payload)).toMatchObject({
    idTagInfo: { status: 'Invalid' },
  })
})

test('a car that has charged and stands there still is started once more', async () => {
  await status(1, 'Preparing')
  const begun = await begin({ payment: { kind: 'later' } })
  const { id } = begun.booking
  const first = await start(1, tokenOf(begun))
  await charges(id)
  await status(1, 'Charging')
  await stop(first, 1_000)
  await status(1, 'Finishing')
  await becomes(id, { state: 'finished' })
  await api('POST', `/walk-ups/${id}/start`, {})
  await becomes(id, { state: 'starting', failure: null })
  const second = await start(1, tokenOf(begun))
  expect(second).toBeGreaterThan(first)
  await becomes(id, { state: 'charging' })
})

test('a car that charges moves on with the rest of what it needs', async () => {
  await status(1, 'Preparing')
  const begun = await begin()
  const { id } = begun.booking
  const number = await start(1, tokenOf(begun))
  await charges(id)
  await charger.call('MeterValues', {
    ...{ connectorId: 1, transactionId: number },
    meterValue: [{ timestamp: toIso(now()), sampledValue: [{ value: '4000' }] }],
  })
  const moved = await api<{ from: DeskStay; to: DeskStay }>('POST', `/walk-ups/${id}/move`, {
    ...{ stationId, connectorId: 2 },
  })
  expect(moved.to).toMatchObject({
    booking: { connectorId: 2, need: { energyWh: 6_000 } },
    walkUp: { pays: 'later', movedFromId: id, phone: '070-123 45 67' },
    due: { toPayMinor: 2_400 },
  })
  expect(moved.from).toMatchObject({ walkUp: { movedToId: moved.to.booking.id } })
  await eventually(() => expect(told.map(([method]) => method)).toContain('RemoteStopTransaction'))
  await stop(number, 4_000)
  await status(1, 'Available')
  await becomes(id, { state: 'finished' })
  await eventually(async () => {
    const { due } = await api<DeskStay>('GET', `/walk-ups/${id}`)
    expect(due).toMatchObject({ isFinal: true, handBackMinor: 2_400 })
  })
})

test('a stay is extended, and refused with what is in the way', async () => {
  const begun = await begin()
  const { id } = begun.booking
  const until = begun.booking.departsAt + HOUR
  const extended = await api<DeskStay>('POST', `/walk-ups/${id}/extend`, {
    need: { kind: 'until', at: until },
  })
  expect(extended.booking).toMatchObject({ departsAt: until })
  await api('POST', '/bookings', {
    ...{ stationId, connectorId: 1, plate: 'DEF 456' },
    ...{ arrivesAt: until, departsAt: until + HOUR },
  })
  const refused = await hub.api('POST', `/walk-ups/${id}/extend`, {
    need: { kind: 'until', at: until + HOUR },
  })
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'BOOKING_REFUSED', data: { refusals: [{ code: 'overlaps' }] } },
  })
})

test('a car that is stuck is let go step by step', async () => {
  await status(1, 'Preparing')
  const begun = await begin()
  const number = await start(1, tokenOf(begun))
  await charges(begun.booking.id)
  const path = `/stations/${stationId}/connectors/1/release`
  const step = (word: string) => api<object>('POST', path, { step: word })
  expect(await step('stop')).toMatchObject({
    ladder: { next: 'unlock', rungs: [{ step: 'stop', state: 'worked' }, {}, {}, {}] },
  })
  await stop(number, 100)
  await status(1, 'Finishing')
  says = () => ({ status: 'UnlockFailed' })
  expect(await step('unlock')).toMatchObject({
    ladder: { next: 'softReset', rungs: [{}, { state: 'failed', answer: 'UnlockFailed' }, {}, {}] },
  })
  says = () => ({ status: 'Accepted' })
  expect(await step('softReset')).toMatchObject({ ladder: { next: 'hardReset', isFree: false } })
  await status(1, 'Available')
  expect(await step('hardReset')).toMatchObject({ ladder: { next: null, isFree: true } })
})
