import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ocpiTariff } from '../../shared/domain/tariff/ocpi-tariff.ts'
import { seedTariffs } from './seed-tariffs.ts'

const lists: Record<string, { id: string; name: string }[]> = {
  '/api/stations': [{ id: 'station-9', name: 'Fast lane' }],
  '/api/customers': [
    { id: 'fleet-1', name: 'Lindvik Deliveries' },
    { id: 'fleet-2', name: 'Almvik Municipality' },
  ],
}
type Told = { path: string; body: Record<string, unknown> }
let told: Told[] = []
let legalName = ''
const made = () => told.filter(({ path }) => path === '/api/tariffs')

/** The hub's REST interface as far as this goes. */
const http = createServer((request, response) => {
  const path = new URL(request.url ?? '', 'http://hub').pathname
  const respond = (answer: object) => response.writeHead(200).end(JSON.stringify(answer))
  if (request.method === 'GET') {
    if (path === '/api/payment-terms') return respond({ legalName })
    const tariffs = made().map(({ body }) => ({ tariff: body }))
    return respond({ rows: path === '/api/tariffs' ? tariffs : lists[path] })
  }
  let text = ''
  request.on('data', (part) => (text += String(part)))
  request.on('end', () => {
    const body: Record<string, unknown> = JSON.parse(text)
    told.push({ path, body })
    if (path === '/api/payment-terms') legalName = String(body['legalName'])
    respond({ tariff: { id: `tariff-${made().length}` } })
  })
  return undefined
})
let hub = { api: '', token: 'token' }

beforeEach(async () => {
  told = []
  legalName = ''
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  hub = { ...hub, api: `http://127.0.0.1:${address.port}` }
})
afterEach(async () => {
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
})

it('gives everybody a price: visitors, the fast lane, and each fleet', async () => {
  await seedTariffs(hub)
  expect(made().map(({ body }) => body['name'])).toEqual([
    'Visitors',
    'Fast charging',
    'Fleet, day and night',
  ])
  for (const { body } of made()) expect(ocpiTariff.safeParse(body['ocpi']).success).toBe(true)
  const assigned = told.filter(({ path }) => path === '/api/tariff-assignments')
  expect(assigned.map(({ body }) => body)).toEqual([
    { tariffId: 'tariff-1' },
    { tariffId: 'tariff-2', stationId: 'station-9' },
    { tariffId: 'tariff-3', customerId: 'fleet-1' },
    { tariffId: 'tariff-3', customerId: 'fleet-2' },
  ])
})

it('changes nothing the second time, nor where somebody has told prices or a name', async () => {
  await seedTariffs(hub)
  const once = told.length
  await seedTariffs(hub)
  expect(told).toHaveLength(once)
})
