import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TariffDetail } from '../../../shared/contract/tariff.ts'
import { simpleTariff } from '../../../shared/domain/tariff/tariff-fixture.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

type Answer = TariffDetail & {
  id: string
  code: string
  message: string
  data: unknown
  rows: TariffDetail[]
  version: { id: string; tariffId: string } | null
  [word: string]: unknown
}
const ask = (method: string, path: string, body?: object) => face.ask<Answer>(method, path, body)
const add = async (name: string, told: object = {}) =>
  (await ask('POST', '/tariffs', { name, ocpi: simpleTariff, ...told })).body
const addStation = async () => {
  const station = { id: face.newId(), chargePointId: 'CP-1', createdAt: 0, updatedAt: 0 }
  const { body } = await ask('POST', '/stations', { chargePointId: station.chargePointId })
  return (body as unknown as { station: { id: string } }).station.id
}

test('a tariff is made with its first version, which holds from now on', async () => {
  const made = await ask('POST', '/tariffs', { name: 'Day', ocpi: simpleTariff })
  expect(made).toMatchObject({
    status: 201,
    body: {
      tariff: { name: 'Day', archivedAt: null },
      versions: [{ version: 1, validFrom: face.now, validUntil: null, idleGraceMin: 0 }],
      assignments: [],
    },
  })
  const { id } = made.body.tariff
  expect((await ask('GET', `/tariffs/${id}`)).body).toEqual(made.body)
  expect((await ask('GET', '/tariffs')).body.rows).toEqual([made.body])
  const renamed = await ask('PATCH', `/tariffs/${id}`, { name: 'By day' })
  expect(renamed.body).toMatchObject({ name: 'By day' })
  expect((await ask('GET', `/tariffs/${face.newId()}`)).body).toMatchObject({
    code: 'NOT_FOUND',
    data: { noun: 'tariff' },
  })
  const acts = (await face.store.reads.find('journal', { noun: 'tariff' })).map(({ act }) => act)
  expect(acts).toEqual(['tariff.add', 'tariff.update'])
})

test('what a tariff costs changes with a version; one that holds stays as it is', async () => {
  const { tariff, versions } = await add('Day')
  const path = `/tariffs/${tariff.id}/versions`
  const later = await ask('POST', path, {
    ocpi: simpleTariff,
    idleGraceMin: 15,
    validFrom: face.now + DAY,
  })
  expect(later).toMatchObject({ status: 201, body: { version: 2, idleGraceMin: 15 } })
  const replaced = await ask('POST', path, {
    ocpi: simpleTariff,
    validFrom: face.now + HOUR,
    replaces: later.body.id,
  })
  expect(replaced.body).toMatchObject({ id: later.body.id, version: 2, idleGraceMin: 0 })
  const refused = async (told: object) =>
    (await ask('POST', path, { ocpi: simpleTariff, ...told })).body.code
  expect(await refused({ validFrom: face.now - 1 })).toBe('TARIFF_IN_THE_PAST')
  expect(await refused({ validUntil: face.now })).toBe('TARIFF_ENDS_FIRST')
  expect(await refused({ replaces: versions[0]?.id })).toBe('TARIFF_VERSION_HOLDS')
  face.now += 2 * HOUR
  expect(await refused({ replaces: later.body.id })).toBe('TARIFF_VERSION_HOLDS')
  const gone = await ask('DELETE', `/tariff-versions/${later.body.id}`)
  expect(gone.body).toMatchObject({ code: 'TARIFF_VERSION_HOLDS', data: { version: 2 } })
})

test('a version that doesn’t hold yet is taken back, unless it is the only one', async () => {
  const { tariff, versions } = await add('Soon', { validFrom: face.now + DAY })
  const [first] = versions
  const only = await ask('DELETE', `/tariff-versions/${first?.id}`)
  expect(only.body.code).toBe('TARIFF_LAST_VERSION')
  const now = await ask('POST', `/tariffs/${tariff.id}/versions`, { ocpi: simpleTariff })
  await ask('DELETE', `/tariff-versions/${first?.id}`)
  const left = (await ask('GET', `/tariffs/${tariff.id}`)).body.versions
  expect(left).toEqual([now.body])
})

test('the most special assignment holds for a stay; without any no price is set', async () => {
  const stationId = await addStation()
  const customer = (
    await ask('POST', '/customers', { name: 'Kim', kind: 'person', group: 'Boende' })
  ).body
  await ask('PUT', '/id-tokens', { idToken: 'CARD', customerId: customer.id })
  const choose = async (stay: object) => (await ask('POST', '/tariffs/choose', stay)).body
  expect(await choose({ stationId })).toEqual({
    version: null,
    assignment: null,
    by: null,
    overruled: [],
    settlement: 'pay',
  })
  const everywhere = (await add('Everywhere')).tariff.id
  const here = (await add('Here')).tariff.id
  const residents = (await add('Residents')).tariff.id
  await ask('POST', '/tariff-assignments', { tariffId: everywhere })
  await ask('POST', '/tariff-assignments', { tariffId: here, stationId })
  await ask('POST', '/tariff-assignments', {
    tariffId: residents,
    customerGroup: 'boende',
    settlement: 'invoice',
  })
  expect(await choose({})).toMatchObject({ by: 'site', version: { tariffId: everywhere } })
  expect(await choose({ stationId })).toMatchObject({ by: 'station', settlement: 'pay' })
  expect(await choose({ stationId, idToken: 'card' })).toMatchObject({
    by: 'customerGroup',
    version: { tariffId: residents },
    overruled: [{ tariffId: here }, { tariffId: everywhere }],
    settlement: 'invoice',
  })
})

test('an assignment to the very same replaces the one before, and names only what there is', async () => {
  const one = (await add('One')).tariff.id
  const other = (await add('Other')).tariff.id
  const first = await ask('POST', '/tariff-assignments', { tariffId: one })
  expect(first.status).toBe(201)
  const second = await ask('POST', '/tariff-assignments', { tariffId: other })
  expect(await face.store.reads.find('tariffAssignment', {})).toEqual([second.body])
  const refused = async (told: object) =>
    (await ask('POST', '/tariff-assignments', { tariffId: one, ...told })).body
  expect(await refused({ stationId: face.newId() })).toMatchObject({ data: { noun: 'station' } })
  expect(await refused({ customerId: face.newId() })).toMatchObject({ data: { noun: 'customer' } })
  expect((await refused({ connectorId: 1 })).message).toContain('Say of which station')
  const stationId = await addStation()
  expect(await refused({ stationId, connectorId: 99 })).toMatchObject({
    data: { noun: 'connector' },
  })
  expect((await ask('DELETE', `/tariff-assignments/${second.body.id}`)).status).toBe(200)
  expect(await face.store.reads.find('tariffAssignment', {})).toEqual([])
})

test('a tariff is put aside once it is for nobody, and comes back', async () => {
  const { id } = (await add('Old')).tariff
  const { body } = await ask('POST', '/tariff-assignments', { tariffId: id })
  expect((await ask('POST', `/tariffs/${id}/archive`)).body).toMatchObject({
    code: 'TARIFF_ASSIGNED',
    data: { assignments: 1 },
  })
  await ask('DELETE', `/tariff-assignments/${body.id}`)
  expect((await ask('POST', `/tariffs/${id}/archive`)).status).toBe(200)
  expect((await ask('GET', '/tariffs')).body.rows).toEqual([])
  expect((await ask('GET', '/tariffs?archived=true')).body.rows).toHaveLength(1)
  for (const refused of [
    await ask('PATCH', `/tariffs/${id}`, { name: 'x' }),
    await ask('POST', `/tariffs/${id}/versions`, { ocpi: simpleTariff }),
    await ask('POST', '/tariff-assignments', { tariffId: id }),
  ])
    expect(refused).toMatchObject({ status: 409, body: { code: 'TARIFF_ARCHIVED' } })
  expect((await ask('POST', `/tariffs/${id}/restore`)).body).toMatchObject({ archivedAt: null })
})

test('of two customers that are one, the tariff of the one is for both', async () => {
  const kept = (await ask('POST', '/customers', { name: 'Norrbud AB' })).body
  const other = (await ask('POST', '/customers', { name: 'Norrbud', group: 'Åkerier' })).body
  const { id } = (await add('Fleet')).tariff
  await ask('POST', '/tariff-assignments', { tariffId: id, customerId: other.id })
  const merged = await ask('POST', `/customers/${kept.id}/merge`, { from: other.id })
  expect(merged.body).toMatchObject({ group: 'Åkerier' })
  expect(await face.store.reads.find('tariffAssignment', {})).toMatchObject([
    { customerId: kept.id },
  ])
})

test('an OCPI object is taken in as a tariff or as the next version of one, and given out again', async () => {
  const theirs = {
    country_code: 'SE',
    party_id: 'ABC',
    id: 'night-1',
    currency: 'SEK',
    elements: [{ price_components: [{ type: 'ENERGY', price: 2, vat: 25, step_size: 1 }] }],
    min_price: { excl_vat: 5, incl_vat: 6.25 },
    start_date_time: '2020-01-01T00:00:00Z',
    last_updated: '2020-01-01T00:00:00Z',
  }
  const taken = await ask('POST', '/tariffs/import', { ocpi: theirs })
  expect(taken).toMatchObject({
    status: 201,
    body: { tariff: { name: 'night-1' }, versions: [{ version: 1, validFrom: face.now }] },
  })
  const { id } = taken.body.tariff
  const next = await ask('POST', '/tariffs/import', {
    ocpi: { ...theirs, start_date_time: '2027-01-01T00:00:00Z' },
    tariffId: id,
  })
  const versionId = next.body.versions[1]?.id
  const given = async (query: string) =>
    (await ask('GET', `/tariff-versions/${versionId}/ocpi${query}`)).body
  expect(await given('')).toMatchObject({
    id,
    party_id: 'ABC',
    tax_included: 'NO',
    min_price: { before_taxes: 5, after_taxes: 6.25 },
    start_date_time: '2027-01-01T00:00:00.000Z',
  })
  expect(await given('?version=2.2.1')).toMatchObject({ min_price: theirs.min_price })
  const bad = await ask('POST', '/tariffs/import', { ocpi: { ...theirs, elements: [] } })
  expect(bad).toMatchObject({
    status: 422,
    body: { code: 'TARIFF_UNREADABLE', data: { problems: [{ path: 'elements' }] } },
  })
})
