import { afterEach, beforeEach, expect, it } from 'vitest'
import { ocpiTariff } from '../../shared/domain/tariff/ocpi-tariff.ts'
import { seedTariffs } from './seed-tariffs.ts'
import { type RestDouble, restDouble } from './test-bench/rest-double.ts'

const lists: Record<string, { id: string; name: string }[]> = {
  '/api/stations': [{ id: 'station-9', name: 'Fast lane' }],
  '/api/customers': [
    { id: 'fleet-1', name: 'Lindvik Deliveries' },
    { id: 'fleet-2', name: 'Almvik Municipality' },
  ],
}
let double: RestDouble
let legalName = ''
const made = () => double.told.filter(({ path }) => path === '/api/tariffs')

beforeEach(async () => {
  legalName = ''
  double = await restDouble(({ method, url: { pathname: path }, body }) => {
    if (path === '/api/payment-terms') {
      if (method !== 'GET') legalName = String(body['legalName'])
      return { legalName }
    }
    if (method !== 'GET') return { tariff: { id: `tariff-${made().length}` } }
    const tariffs = made().map((told) => ({ tariff: told.body }))
    return { rows: path === '/api/tariffs' ? tariffs : lists[path] }
  })
})
afterEach(() => double.close())

it('gives everybody a price: visitors, the fast lane, and each fleet', async () => {
  await seedTariffs(double.hub)
  expect(made().map(({ body }) => body['name'])).toEqual([
    'Visitors',
    'Fast charging',
    'Fleet, day and night',
  ])
  for (const { body } of made()) expect(ocpiTariff.safeParse(body['ocpi']).success).toBe(true)
  const assigned = double.told.filter(({ path }) => path === '/api/tariff-assignments')
  expect(assigned.map(({ body }) => body)).toEqual([
    { tariffId: 'tariff-1' },
    { tariffId: 'tariff-2', stationId: 'station-9' },
    { tariffId: 'tariff-3', customerId: 'fleet-1' },
    { tariffId: 'tariff-3', customerId: 'fleet-2' },
  ])
})

it('changes nothing the second time, nor where somebody has told prices or a name', async () => {
  await seedTariffs(double.hub)
  const once = double.told.length
  await seedTariffs(double.hub)
  expect(double.told).toHaveLength(once)
})
