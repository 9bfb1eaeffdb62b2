import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoDepot } from './depot.ts'
import { seedDepot } from './seed.ts'

const depot = demoDepot('test')
const { stations } = depot

/** The hub's REST interface as far as seeding goes; it refuses a station it already has. */
const known = new Map<string, unknown>()
const cards = new Map<string, unknown>()
let imports = 0
const http = createServer((request, response) => {
  void bodyOf(request).then((body) => {
    const respond = (status: number, answer: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    }
    if (request.headers.authorization !== 'Bearer token') return respond(401, {})
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://hub')
    if (pathname === '/api/stations') {
      const ids = [...known.keys()].toSorted()
      const from = searchParams.get('after') === 'second' ? 1 : 0
      const rows = from === 0 ? ids.slice(0, 1) : ids.slice(1)
      const next = from === 0 && ids.length > 1 ? 'second' : null
      return respond(200, { rows: rows.map((chargePointId) => ({ chargePointId })), next })
    }
    if (pathname === '/api/stations/import') {
      imports += 1
      for (const station of Object(body).stations) {
        if (known.has(station.chargePointId)) return respond(409, { code: 'STATION_ID_TAKEN' })
        known.set(station.chargePointId, station)
      }
      return respond(200, { created: [] })
    }
    if (request.method === 'GET') return respond(200, { rows: [], next: null })
    if (pathname === '/api/id-tokens') cards.set(Object(body).idToken, body)
    return respond(200, { id: pathname, ...Object(body) })
  })
})
let api = ''

beforeEach(async () => {
  known.clear()
  cards.clear()
  imports = 0
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  api = `http://127.0.0.1:${address.port}`
})
afterEach(async () => {
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
})

describe('seeding the depot', () => {
  it('adds the stations with their passwords and the cards with their statuses', async () => {
    await seedDepot({ api, token: 'token' }, depot)
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
    await seedDepot({ api, token: 'token' }, depot)
    expect(known.size).toBe(12)
    await seedDepot({ api, token: 'token' }, depot)
    expect(imports).toBe(1)
  })

  it('tells what the hub said when it is refused', async () => {
    const seeding = seedDepot({ api, token: 'guess' }, depot)
    await expect(seeding).rejects.toThrow(/GET \/stations.*: 401/)
  })
})

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const part of request) text += String(part)
  return text === '' ? null : JSON.parse(text)
}
