import { afterEach, beforeEach, expect, test } from 'vitest'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

/** What these tests look at in an answer; each looks only at what its call tells. */
interface Answer {
  code: string
  id: string
  station: { id: string }
  key: { password: string; url: string }
  rows: { id: string; chargePointId: string }[]
  created: unknown[]
  next: string | null
}

const rest = (method: string, path: string, body?: object) => face.ask<Answer>(method, path, body)

test('a station is created with a given password, and its id can’t be taken twice', async () => {
  const wanted = { chargePointId: 'CP-1', password: 'correct horse battery' }
  const made = await rest('POST', '/stations', wanted)
  expect(made.status).toBe(201)
  expect(made.body.key).toEqual({ password: wanted.password, url: 'ws://desk:9220/ocpp/CP-1' })
  const again = await rest('POST', '/stations', wanted)
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'STATION_ID_TAKEN', data: { stationId: made.body.station.id } },
  })
})

test('a connector’s equipment is told before its charger has spoken, and stays when it does', async () => {
  const { body } = await rest('POST', '/stations', { chargePointId: 'CP-1' })
  const path = `/stations/${body.station.id}/connectors/2/equipment`
  const equipment = { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 }
  const put = await rest('PUT', path, equipment)
  expect(put).toMatchObject({ status: 200, body: { connectorId: 2, status: 'Unknown' } })
  const slower = { ...equipment, maxPowerW: null }
  expect(await rest('PUT', path, slower)).toMatchObject({
    body: { id: put.body.id, ...slower },
  })
  const station = await rest('GET', `/stations/${body.station.id}`)
  expect(station.body).toMatchObject({ connectors: [{ connectorId: 2, ...slower }] })
  const lines = await face.store.reads.find('journal', { act: 'station.setEquipment' })
  expect(lines).toMatchObject([
    { actor: 'api', before: null, after: { connectorId: 2, ...equipment } },
    { before: { connectorId: 2, ...equipment }, after: { connectorId: 2, ...slower } },
  ])
})

test('equipment that is none, a connector 0 and a station nobody knows are refused', async () => {
  const { body } = await rest('POST', '/stations', { chargePointId: 'CP-1' })
  const equipment = { standard: null, powerType: 'DC', maxPowerW: 50_000 }
  const put = (id: string, number: number, told: object) =>
    rest('PUT', `/stations/${id}/connectors/${number}/equipment`, told)
  expect(await put(body.station.id, 1, { ...equipment, powerType: 'AC' })).toMatchObject({
    status: 400,
  })
  expect((await put(body.station.id, 0, equipment)).status).toBe(400)
  expect((await put(face.newId(), 1, equipment)).status).toBe(404)
  await rest('POST', `/stations/${body.station.id}/retire`)
  expect(await put(body.station.id, 1, equipment)).toMatchObject({
    status: 409,
    body: { code: 'STATION_RETIRED' },
  })
})

test('the password is nowhere in the database, only its keyed hash', async () => {
  await rest('POST', '/stations', { chargePointId: 'A', password: 'correct horse battery' })
  const [credential] = await face.store.reads.find('credential', {})
  expect(credential?.hmac).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(await face.store.reads.find('journal', {}))).not.toContain('correct horse')
})

test('an import adds all of its stations or, when one is refused, none', async () => {
  const three = { stations: ['A', 'B', 'A'].map((chargePointId) => ({ chargePointId })) }
  expect((await rest('POST', '/stations/import', three)).status).toBe(409)
  expect((await rest('GET', '/stations')).body.rows).toEqual([])
  const two = { stations: ['A', 'B'].map((chargePointId) => ({ chargePointId })) }
  expect((await rest('POST', '/stations/import', two)).body.created).toHaveLength(2)
})

test('a long list comes in pages that neither lose nor repeat a row', async () => {
  const ids = Array.from({ length: 25 }, (_, index) => `CP${String(index).padStart(2, '0')}`)
  await rest('POST', '/stations/import', {
    stations: ids.map((chargePointId) => ({ chargePointId })),
  })
  const seen: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: { body: Answer } = await rest(
      'GET',
      `/stations?limit=10${after ? `&after=${after}` : ''}`,
    )
    seen.push(...page.body.rows.map(({ chargePointId }) => chargePointId))
    after = page.body.next
  }
  expect(seen).toEqual(ids)
})

test('an id may be anything a URL can carry: chargers are named after MAC addresses and bays', async () => {
  const made = await rest('POST', '/stations', { chargePointId: '00:1A:B/7 å' })
  expect(made.body.key.url).toBe('ws://desk:9220/ocpp/00%3A1A%3AB%2F7%20%C3%A5')
})

test('paging tells every retired station, though many have had the same id', async () => {
  for (let count = 0; count < 3; count += 1) {
    const made = await rest('POST', '/stations', { chargePointId: 'BAY~7' })
    await rest('POST', `/stations/${made.body.station.id}/retire`)
  }
  const ids = new Set<string>()
  let after = ''
  for (let page = 0; page < 3; page += 1) {
    const { body } = await rest('GET', `/stations?retired=true&limit=1${after}`)
    for (const { id } of body.rows) ids.add(id)
    after = `&after=${encodeURIComponent(body.next ?? '')}`
  }
  expect(ids.size).toBe(3)
})

test('a station that was taken out of the site is changed no more', async () => {
  const made = await rest('POST', '/stations', { chargePointId: 'GONE' })
  const place = `/stations/${made.body.station.id}`
  await rest('POST', `${place}/retire`)
  const changes = [
    await rest('POST', `${place}/retire`),
    await rest('PATCH', place, { name: 'again' }),
    await rest('POST', `${place}/key`, {}),
    await rest('POST', `${place}/revoke-key`),
    await rest('PUT', `${place}/authentication`, { authentication: 'none' }),
  ]
  for (const { status, body } of changes)
    expect([status, body.code]).toEqual([409, 'STATION_RETIRED'])
})
