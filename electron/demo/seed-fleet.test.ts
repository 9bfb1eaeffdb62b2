import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { customerInput } from '../../shared/contract/customer.ts'
import { vehicleInput } from '../../shared/contract/vehicle.ts'
import { idTokenInput } from '../../shared/domain/id-token/id-token.ts'
import { demoDepot } from './depot.ts'
import { FLEETS } from './fleet.ts'
import { seedFleet } from './seed-fleet.ts'
import { type RestDouble, restDouble } from './test-bench/rest-double.ts'

const { vehicles, tokens, drivers } = demoDepot('test')

const inputs = {
  '/api/customers': customerInput,
  '/api/vehicles': vehicleInput,
  '/api/id-tokens': idTokenInput,
}
type Path = keyof typeof inputs
type Row = Record<string, unknown>

/** The hub takes what the contract takes. */
const rows: Record<Path, Map<string, Row>> = {
  '/api/customers': new Map(),
  '/api/vehicles': new Map(),
  '/api/id-tokens': new Map(),
}
let double: RestDouble

beforeEach(async () => {
  for (const table of Object.values(rows)) table.clear()
  double = await restDouble(({ method, url, body }) => {
    const path = Object.keys(inputs).find((known): known is Path => known === url.pathname)
    if (path === undefined) return 404
    const table = rows[path]
    if (method === 'GET') {
      const archived = url.searchParams.get('archived') === 'true'
      // In pages of ten, so that paging is used.
      const from = Number(url.searchParams.get('after') ?? 0)
      const found = [...table.values()].filter(
        (row) => (row['archivedAt'] !== undefined) === archived,
      )
      const next = from + 10 < found.length ? String(from + 10) : null
      return { rows: found.slice(from, from + 10), next }
    }
    const words: Row = inputs[path].parse(body)
    const row = { id: randomUUID(), ...words }
    table.set(String(words['idToken'] ?? row.id), row)
    return row
  })
})
afterEach(() => double.close())

const cards = () => [...rows['/api/id-tokens'].values()]
const cars = () => [...rows['/api/vehicles'].values()]

describe('seeding the fleets', () => {
  it('gives every driver of a fleet a vehicle, its customer, and a card that is linked to it', async () => {
    await seedFleet(double.hub, vehicles, tokens)
    const customers = [...rows['/api/customers'].values()]
    expect(customers.map(({ name }) => name)).toEqual(FLEETS.map(({ name }) => name))
    expect(cars()).toHaveLength(vehicles.length)
    const [first] = vehicles
    const van = cars().find(({ plate }) => plate === first?.plate)
    expect(van).toMatchObject({
      name: 'Van 1',
      customerId: customers[0]?.['id'],
      batteryWh: 60_000,
      maxAcW: 11_040,
      maxDcW: 110_000,
      acPhases: 3,
      departsAt: '06:00',
    })
    expect(cards()).toHaveLength(tokens.length)
    expect(cards().find(({ idToken }) => idToken === first?.idTag)).toMatchObject({
      label: 'Van 1',
      vehicleId: van?.['id'],
    })
    // Visitors drive their own cars, and the blocked one drives for nobody any more.
    const others = cards().filter(({ vehicleId }) => vehicleId === null)
    expect(others.slice(0, -1).every(({ label }) => String(label).startsWith('Visitor '))).toBe(
      true,
    )
    expect(others.at(-1)).toMatchObject({ label: 'Former employee', status: 'Blocked' })
  })

  it('asks for nothing the second time, though a vehicle was put aside and a card blocked', async () => {
    await seedFleet(double.hub, vehicles, tokens)
    const [car] = cars()
    const [card] = cards()
    Object.assign(car ?? {}, { archivedAt: 1 })
    Object.assign(card ?? {}, { status: 'Blocked', vehicleId: null })
    const once = double.told.length
    await seedFleet(double.hub, vehicles, tokens)
    expect(double.told).toHaveLength(once)
  })

  it('links cards that were there before the vehicles, and leaves the rest of them as it is', async () => {
    for (const { idTag } of tokens) {
      const row = idTokenInput.parse({ idToken: idTag, label: 'mine', status: 'Blocked' })
      rows['/api/id-tokens'].set(idTag, row)
    }
    await seedFleet(double.hub, vehicles, tokens)
    const linked = cards().filter(({ vehicleId }) => vehicleId !== null)
    expect(linked).toHaveLength(vehicles.length)
    for (const card of cards()) expect(card).toMatchObject({ label: 'mine', status: 'Blocked' })
  })
})

it('a fleet’s driver drives the car the hub knows, and the others ones it does not', () => {
  const visitors = drivers.filter(({ name }) => name.startsWith('Visitor '))
  expect(visitors.length).toBeGreaterThan(0)
  expect(vehicles).toHaveLength(drivers.length - visitors.length - 2)
  for (const vehicle of vehicles) {
    const driver = drivers.find(({ plate }) => plate === vehicle.plate)
    expect(driver).toMatchObject({ car: vehicle.car, idTag: vehicle.idTag })
  }
  expect(new Set(vehicles.map(({ plate }) => plate)).size).toBe(vehicles.length)
})
