import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskStay } from '../../../shared/contract/desk-stay.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { aVersion, anAssignment } from '../../../shared/domain/tariff/tariff-fixture.ts'
import type { Promised, WalkUpPlace, WalkUpWho } from '../../../shared/domain/walk-up/choice.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { depotTariff } from '../bill/test-bench/billed-site.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import { watchPlans } from '../store/test-bench/query-plans.ts'

let face: RestFace
const stations: Station[] = []

beforeEach(async () => {
  face = await restFace(undefined, { plans: true })
  stations.length = 0
  await face.store.work('test', (tx) => {
    for (const name of ['A1', 'A2', 'A10']) {
      const words = { chargePointId: name, zone: '', authentication: 'none' } as const
      const station = { ...newStation(words, tx.newId(), tx.now), name }
      stations.push(station)
      tx.insert('station', station)
      tx.insert('connector', newConnector(tx.newId(), station.id, 0))
      tx.insert('connector', {
        ...newConnector(tx.newId(), station.id, 1),
        ...{ status: 'Available', powerType: 'AC_3_PHASE', maxPowerW: 11_000 },
      })
    }
    const id = tx.newId()
    tx.insert('tariff', { id, name: 'Desk', archivedAt: null, createdAt: 0, updatedAt: 0 })
    tx.insert('tariffVersion', aVersion({ id: tx.newId(), tariffId: id, ocpi: depotTariff }))
    tx.insert('tariffAssignment', anAssignment({ id: tx.newId(), tariffId: id }))
  })
})
afterEach(() => face.close())

const choices = async (query = '') =>
  (
    await face.ask<{ who: WalkUpWho | null; places: WalkUpPlace[] }>(
      'GET',
      `/walk-ups/choices${query}`,
    )
  ).body
const idOf = (name: string): string => stations.find((row) => row.name === name)?.id ?? ''
const names = (places: WalkUpPlace[]) =>
  places.map(({ stationId }) => stations.find(({ id }) => id === stationId)?.name)
const turn = (name: string, told: Partial<Connector>) =>
  face.store.work('test', (tx) => {
    const connector = tx.one('connector', { stationId: idOf(name), connectorId: 1 })
    if (connector) tx.change('connector', connector, told)
  })
const begin = (name: string, words: object = {}) =>
  face.ask<DeskStay>('POST', '/walk-ups', {
    ...{ stationId: idOf(name), connectorId: 1, plate: 'ABC 123', need: { kind: 'full' } },
    ...{ payment: { kind: 'take', means: 'cash' }, ...words },
  })

test('places come by name, those with a car plugged in first, and none that is taken or broken', async () => {
  expect(names((await choices()).places)).toEqual(['A1', 'A2', 'A10'])
  await turn('A10', { status: 'Preparing', statusAt: face.now })
  await turn('A1', { status: 'Faulted' })
  const { places } = await choices()
  expect(names(places)).toEqual(['A10', 'A2'])
  expect(places[0]).toMatchObject({ isPluggedIn: true, pluggedInAt: face.now, powerW: 11_000 })
  await begin('A2')
  expect(names((await choices()).places)).toEqual(['A10'])
})

test('a place tells its price in words, and until when it is free', async () => {
  await face.ask('POST', '/bookings', {
    ...{ stationId: idOf('A1'), connectorId: 1, plate: 'XYZ 789' },
    ...{ arrivesAt: face.now + 2 * HOUR, departsAt: face.now + 3 * HOUR },
  })
  const [a1, a2] = (await choices()).places
  expect(a1).toMatchObject({ freeUntil: face.now + 2 * HOUR })
  expect(a2).toMatchObject({ freeUntil: null, words: { currency: 'SEK', free: false } })
})

test('whoever was here before is known by the plate, however it is written, with what was chosen', async () => {
  expect((await choices('?plate=abc123')).who).toMatchObject({ visits: 0, last: null })
  const need = { kind: 'energy', energyWh: 8_000 }
  const { body } = await begin('A2', { need, phone: '070-123 45 67' })
  expect((await choices('?plate=abc-123')).who).toMatchObject({
    visits: 1,
    last: { need, pays: 'take', means: 'cash', phone: '070-123 45 67', stationId: idOf('A2') },
  })
  await face.store.work('test', (tx) =>
    tx.update('booking', body.booking.id, {
      ...{ state: 'left', arrivedAt: tx.now, leftAt: tx.now, transactionId: tx.newId() },
    }),
  )
  expect(names((await choices('?plate=ABC123')).places)[0]).toBe('A2')
})

test('a car whose own id token has a price of its own is offered it, and billed by it', async () => {
  const { body: vehicle } = await face.ask<{ id: string }>('POST', '/vehicles', {
    plate: 'ABC 123',
  })
  await face.ask('PUT', '/id-tokens', { idToken: 'STAFF', vehicleId: vehicle.id })
  await face.store.work('test', (tx) => {
    const id = tx.newId()
    const price_components = [{ type: 'ENERGY', price: 1, vat: 25, step_size: 1 } as const]
    const ocpi = { ...depotTariff, elements: [{ price_components }] }
    tx.insert('tariff', { id, name: 'Staff', archivedAt: null, createdAt: 0, updatedAt: 0 })
    tx.insert('tariffVersion', aVersion({ id: tx.newId(), tariffId: id, ocpi }))
    tx.insert('tariffAssignment', anAssignment({ id: tx.newId(), tariffId: id, idToken: 'STAFF' }))
  })
  const [place] = (await choices('?plate=abc123')).places
  expect(place?.words?.phrases).toMatchObject([{ of: 'energy', price: '1' }])
  const { body } = await begin('A1', { need: { kind: 'energy', energyWh: 10_000 } })
  expect(body.bill).toMatchObject({ estimatedMinor: 1_000 })
  const other = await begin('A2', { plate: 'DEF 456', need: { kind: 'energy', energyWh: 10_000 } })
  expect(other.body.bill).toMatchObject({ estimatedMinor: 3_200 })
})

test('a car that stands here, and one that is booked, is told', async () => {
  const { body } = await begin('A1')
  await face.store.work('test', (tx) =>
    tx.update('booking', body.booking.id, { state: 'charging', arrivedAt: tx.now }),
  )
  expect((await choices('?plate=ABC123')).who).toMatchObject({
    here: { bookingId: body.booking.id, stationId: idOf('A1'), state: 'charging' },
  })
  await face.ask('POST', '/bookings', {
    ...{ stationId: idOf('A2'), connectorId: 1, plate: 'XYZ 789' },
    ...{ arrivesAt: face.now + HOUR, departsAt: face.now + 3 * HOUR },
  })
  expect((await choices('?plate=xyz789')).who).toMatchObject({
    here: null,
    booked: { stationId: idOf('A2'), state: 'confirmed' },
  })
})

test('what is promised is the shortest window that holds, with what it would cost', async () => {
  const asked = (energyWh: number) =>
    face.ask<Promised>('POST', '/walk-ups/promise', {
      ...{ stationId: idOf('A1'), connectorId: 1, need: { kind: 'energy', energyWh } },
    })
  expect((await asked(11_000)).body.promise).toMatchObject({
    departsAt: face.now + HOUR,
    energyWh: 11_000,
    price: { inclMinor: 3_520, currency: 'SEK' },
  })
  await face.ask('PATCH', '/site', { gridLimitW: 6_000 })
  await face.plan()
  expect((await asked(11_000)).body.promise).toMatchObject({ departsAt: face.now + 2 * HOUR })
  const impossible = (await asked(500_000)).body
  expect(impossible.promise).toBeNull()
  expect(impossible.refusals).toMatchObject([{ code: 'gridFull' }])
})

test('of what there may be millions only what is here, what is awaited, and that car’s visits are read', async () => {
  await begin('A2')
  // Nobody else asks meanwhile.
  face.money.bills.close()
  await face.money.walkUps?.close()
  await face.drivers.keeper.close()
  const plans = watchPlans()
  await choices('?plate=ABC123')
  const of = (table: RegExp) => plans().filter((line) => table.test(line))
  expect(of(/\b(booking|bill|walkUp|payment|command)\b/)).toEqual([
    'SEARCH booking USING INDEX bookingAwaited (arrivesAt<?)',
    'SEARCH booking USING INDEX bookingPresent (arrivedAt>?)',
    'SEARCH walkUp USING INDEX walkUpByPlate (<expr>=?)',
  ])
})
