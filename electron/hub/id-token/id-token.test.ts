import { afterEach, beforeEach, expect, test } from 'vitest'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

type Answer = IdToken & { code: string; data: unknown; rows: IdToken[]; next: string | null }

const ask = (method: string, path: string, body?: object) => face.ask<Answer>(method, path, body)

test('a token belongs to a vehicle and a customer that are there', async () => {
  const [vehicleId, customerId] = [face.newId(), face.newId()]
  expect(await ask('PUT', '/id-tokens', { idToken: 'A', vehicleId })).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND', data: { noun: 'vehicle', id: vehicleId } },
  })
  expect(await ask('PUT', '/id-tokens', { idToken: 'A', customerId })).toMatchObject({
    status: 404,
    body: { code: 'NOT_FOUND', data: { noun: 'customer', id: customerId } },
  })
  expect((await ask('GET', '/id-tokens')).body.rows).toEqual([])
})

test('tokens are found by text, label, group, vehicle and customer, a vehicle’s customer too', async () => {
  const { id: fleet } = (await ask('POST', '/customers', { name: 'Fleet' })).body
  const { id: other } = (await ask('POST', '/customers', { name: 'Other' })).body
  const { id: vehicleId } = (
    await ask('POST', '/vehicles', { plate: 'ABC 123', customerId: fleet })
  ).body
  await ask('PUT', '/id-tokens', { idToken: 'OWN', customerId: fleet, label: 'Ann' })
  // Its vehicle's customer counts before its own.
  await ask('PUT', '/id-tokens', { idToken: 'VAN', vehicleId, customerId: other })
  await ask('PUT', '/id-tokens', { idToken: 'STAFF', parentIdToken: 'CREW' })
  const found = async (query: string) =>
    (await ask('GET', `/id-tokens?${query}`)).body.rows.map(({ idToken }) => idToken)
  expect(await found(`customerId=${fleet}`)).toEqual(['OWN', 'VAN'])
  expect(await found(`customerId=${other}`)).toEqual([])
  expect(await found(`vehicleId=${vehicleId}`)).toEqual(['VAN'])
  expect(await found('search=ann')).toEqual(['OWN'])
  expect(await found('search=crew')).toEqual(['STAFF'])
  expect(await found('search=va')).toEqual(['VAN'])
  const first = await ask('GET', '/id-tokens?limit=2')
  expect(await found(`after=${first.body.next}`)).toEqual(['VAN'])
})
