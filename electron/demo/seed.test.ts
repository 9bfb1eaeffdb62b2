import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoDepot } from './depot.ts'
import { seedDepot } from './seed.ts'
import { type RestDouble, restDouble } from './test-bench/rest-double.ts'

const depot = demoDepot('test')
const { stations } = depot

/** The hub refuses a station it already has. */
const known = new Map<string, unknown>()
const cards = new Map<unknown, unknown>()
let double: RestDouble
const imports = () => double.told.filter(({ path }) => path === '/api/stations/import')

beforeEach(async () => {
  known.clear()
  cards.clear()
  double = await restDouble(({ method, url: { pathname, searchParams }, body }) => {
    if (pathname === '/api/stations') {
      const ids = [...known.keys()].toSorted()
      const from = searchParams.get('after') === 'second' ? 1 : 0
      const rows = from === 0 ? ids.slice(0, 1) : ids.slice(1)
      const next = from === 0 && ids.length > 1 ? 'second' : null
      return { rows: rows.map((chargePointId) => ({ chargePointId })), next }
    }
    if (pathname === '/api/stations/import') {
      for (const station of Object(body).stations) {
        if (known.has(station.chargePointId)) return 409
        known.set(station.chargePointId, station)
      }
      return { created: [] }
    }
    if (method === 'GET') return { rows: [], next: null }
    if (pathname === '/api/id-tokens') cards.set(body['idToken'], body)
    return { id: pathname, ...body }
  })
})
afterEach(() => double.close())

describe('seeding the depot', () => {
  it('adds the stations with their passwords and the cards with their statuses', async () => {
    await seedDepot(double.hub, depot)
    expect(known.size).toBe(12)
    expect(known.get('DEPOT-01')).toEqual({
      chargePointId: 'DEPOT-01',
      name: 'Gate 1',
      zone: 'Gate',
      password: stations[0]?.password,
    })
    expect(cards.size).toBe(depot.tokens.length)
  })

  it('adds only what is missing, and nothing the second time', async () => {
    for (const { chargePointId } of stations.slice(0, 3)) known.set(chargePointId, {})
    await seedDepot(double.hub, depot)
    expect(known.size).toBe(12)
    await seedDepot(double.hub, depot)
    expect(imports()).toHaveLength(1)
  })

  it('tells what the hub said when it is refused', async () => {
    const seeding = seedDepot({ ...double.hub, token: 'guess' }, depot)
    await expect(seeding).rejects.toThrow(/GET \/stations.*: 401/)
  })
})
