import { afterEach, beforeEach, expect, test } from 'vitest'
import { newBookingRow, newRuleRow } from '../rpc/test-bench/booking-rows.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { HOUR } from '../../../shared/time/instant.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

type Answer = Vehicle & { code: string; data: unknown; rows: Vehicle[]; next: string | null }

const ask = (method: string, path: string, body?: object) => face.ask<Answer>(method, path, body)
const add = async (words: object): Promise<Vehicle> => (await ask('POST', '/vehicles', words)).body

test('a vehicle is added with no more than its plate, found, and changed word by word', async () => {
  const made = await ask('POST', '/vehicles', { plate: ' ABC 123 ' })
  expect(made).toMatchObject({
    status: 201,
    body: { plate: 'ABC 123', standards: [], archivedAt: null, mergedInto: null },
  })
  const { id } = made.body
  const words = { batteryWh: 60_000, standards: ['IEC_62196_T2'], departsAt: '05:30' }
  await ask('PATCH', `/vehicles/${id}`, words)
  const changed = await ask('PATCH', `/vehicles/${id}`, { name: 'Van 1' })
  expect(changed.body).toMatchObject({ plate: 'ABC 123', name: 'Van 1', ...words })
  expect((await ask('GET', `/vehicles/${id}`)).body).toEqual(changed.body)
  const [, before] = await face.store.reads.find('journal', { noun: 'vehicle' })
  expect(before).toMatchObject({ actor: 'api', act: 'vehicle.update', nounId: id })
})

test('what no vehicle can have is refused with where it is wrong', async () => {
  const bad = await ask('POST', '/vehicles', { plate: '  ', departsAt: '25:00', acPhases: 4 })
  expect(bad).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } })
  expect(bad.body).toMatchObject({ message: expect.stringContaining('plate: Give the plate.') })
  expect((await ask('PATCH', `/vehicles/${face.newId()}`, { name: 'x' })).status).toBe(404)
})

test('a plate is taken however it is written, until its vehicle is put aside', async () => {
  const van = await add({ plate: 'ABC 123' })
  const taken = { status: 409, body: { code: 'PLATE_TAKEN', data: { vehicleId: van.id } } }
  expect(await ask('POST', '/vehicles', { plate: 'abc-123' })).toMatchObject(taken)
  const other = await add({ plate: 'DEF 456' })
  expect(await ask('PATCH', `/vehicles/${other.id}`, { plate: 'ABC123' })).toMatchObject(taken)
  // Its own plate, written otherwise, is not in its way.
  expect((await ask('PATCH', `/vehicles/${van.id}`, { plate: 'ABC123' })).status).toBe(200)
  await ask('POST', `/vehicles/${van.id}/archive`)
  const successor = await ask('POST', '/vehicles', { plate: 'ABC 123' })
  expect(successor.status).toBe(201)
  expect(await ask('POST', `/vehicles/${van.id}/restore`)).toMatchObject({
    status: 409,
    body: { code: 'PLATE_TAKEN', data: { vehicleId: successor.body.id } },
  })
})

test('a vehicle belongs to a customer that is there', async () => {
  const nobody = face.newId()
  expect(await ask('POST', '/vehicles', { plate: 'A', customerId: nobody })).toMatchObject({
    status: 404,
    body: { data: { noun: 'customer', id: nobody } },
  })
  const { id: customerId } = (await ask('POST', '/customers', { name: 'Norrbud' })).body
  const van = await add({ plate: 'A', customerId })
  expect(van.customerId).toBe(customerId)
  await ask('POST', `/vehicles/${van.id}/archive`)
  await ask('POST', `/customers/${customerId}/archive`)
  const refused = { status: 409, body: { code: 'CUSTOMER_ARCHIVED', data: { customerId } } }
  expect(await ask('POST', '/vehicles', { plate: 'B', customerId })).toMatchObject(refused)
  expect(await ask('POST', `/vehicles/${van.id}/restore`)).toMatchObject(refused)
})

test('a vehicle is put aside once nothing is ahead of it, and comes back', async () => {
  const van = await add({ plate: 'A' })
  const { now } = face
  const ahead = newBookingRow({ id: face.newId(), vehicleId: van.id, arrivesAt: now + HOUR })
  const over = { vehicleId: van.id, arrivesAt: now - 9 * HOUR, reservationId: 2 }
  const rule = newRuleRow({ id: face.newId(), vehicleId: van.id })
  await face.store.work('test', (tx) => {
    tx.insert('booking', ahead)
    tx.insert('booking', newBookingRow({ ...over, id: tx.newId(), state: 'left' }))
    tx.insert('recurring', rule)
  })
  expect(await ask('POST', `/vehicles/${van.id}/archive`)).toMatchObject({
    status: 409,
    body: { code: 'VEHICLE_BOOKED', data: { bookings: 1, rules: 1 } },
  })
  await face.store.work('test', (tx) => {
    tx.update('booking', ahead.id, { state: 'cancelled' })
    tx.update('recurring', rule.id, { endedAt: now })
  })
  const archived = await ask('POST', `/vehicles/${van.id}/archive`)
  expect(archived.body.archivedAt).toBe(now)
  for (const path of ['archive', ''])
    expect(
      await ask(path === '' ? 'PATCH' : 'POST', `/vehicles/${van.id}/${path}`, {}),
    ).toMatchObject({ status: 409, body: { code: 'VEHICLE_ARCHIVED' } })
  expect((await ask('GET', '/vehicles')).body.rows).toEqual([])
  expect((await ask('GET', '/vehicles?archived=true')).body.rows).toEqual([archived.body])
  expect((await ask('POST', `/vehicles/${van.id}/restore`)).body.archivedAt).toBeNull()
  expect((await ask('GET', '/vehicles')).body.rows).toHaveLength(1)
})

test('of two vehicles that are one, all becomes the one’s and the other is put aside', async () => {
  const kept = await add({ plate: 'ABC 123', name: 'Van 1' })
  const other = await add({ plate: 'ABC 12E', name: 'A typo', batteryWh: 60_000 })
  const earlier = await add({ plate: 'ABC 1ZE' })
  await ask('POST', `/vehicles/${other.id}/merge`, { from: earlier.id })
  await ask('PUT', '/id-tokens', { idToken: 'CARD', vehicleId: other.id })
  const booking = newBookingRow({ id: face.newId(), vehicleId: other.id, arrivesAt: face.now })
  const rule = newRuleRow({ id: face.newId(), vehicleId: other.id })
  await face.store.work('test', (tx) => {
    tx.insert('booking', booking)
    tx.insert('recurring', rule)
  })
  const merged = await ask('POST', `/vehicles/${kept.id}/merge`, { from: other.id })
  expect(merged.body).toMatchObject({ plate: 'ABC 123', name: 'Van 1', batteryWh: 60_000 })
  const { reads } = face.store
  expect(await reads.get('booking', booking.id)).toMatchObject({
    vehicleId: kept.id,
    revision: booking.revision + 1,
  })
  expect(await reads.get('recurring', rule.id)).toMatchObject({ vehicleId: kept.id })
  expect(await reads.find('idToken', {})).toMatchObject([{ vehicleId: kept.id }])
  for (const { id } of [other, earlier])
    expect(await reads.get('vehicle', id)).toMatchObject({
      mergedInto: kept.id,
      archivedAt: face.now,
    })
})

test('a vehicle is not merged with itself, with none, or once more', async () => {
  const kept = await add({ plate: 'A' })
  const other = await add({ plate: 'B' })
  const merge = async (id: string, from: string) => {
    const { status, body } = await ask('POST', `/vehicles/${id}/merge`, { from })
    return [status, body.code]
  }
  expect(await merge(kept.id, kept.id)).toEqual([409, 'SAME_VEHICLE'])
  expect(await merge(kept.id, face.newId())).toEqual([404, 'NOT_FOUND'])
  await merge(kept.id, other.id)
  expect(await merge(kept.id, other.id)).toEqual([409, 'VEHICLE_ARCHIVED'])
  expect(await merge(other.id, kept.id)).toEqual([409, 'VEHICLE_ARCHIVED'])
})

test('vehicles are found by plate however written, name, cost centre and customer', async () => {
  const { id: customerId } = (await ask('POST', '/customers', { name: 'Norrbud' })).body
  await add({ plate: 'ABC 123', name: 'Van 1', customerId })
  await add({ plate: 'DEF-456', costCentre: 'Stores' })
  const found = async (query: string) =>
    (await ask('GET', `/vehicles?${query}`)).body.rows.map(({ plate }) => plate)
  expect(await found('search=abc123')).toEqual(['ABC 123'])
  expect(await found('search=f%204')).toEqual(['DEF-456'])
  expect(await found('search=van')).toEqual(['ABC 123'])
  expect(await found('search=stores')).toEqual(['DEF-456'])
  expect(await found(`customerId=${customerId}`)).toEqual(['ABC 123'])
})

test('a long list comes by plate in pages, though many archived ones had the same plate', async () => {
  for (let count = 0; count < 3; count += 1) {
    const { id } = await add({ plate: 'same~plate' })
    await ask('POST', `/vehicles/${id}/archive`)
  }
  for (const plate of ['b', 'A', 'C']) await add({ plate })
  const pages = async (query: string) => {
    const seen: Vehicle[] = []
    for (let after: string | null = ''; after !== null;) {
      const place: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const { body } = await ask('GET', `/vehicles?limit=1${query}${place}`)
      seen.push(...body.rows)
      after = body.next
    }
    return seen
  }
  expect((await pages('')).map(({ plate }) => plate)).toEqual(['A', 'b', 'C'])
  expect(new Set((await pages('&archived=true')).map(({ id }) => id)).size).toBe(3)
  expect((await ask('GET', '/vehicles?after=nowhere')).status).toBe(400)
})
