import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

interface Answer {
  code: string
  limit: TemporaryLimit
  unkept: unknown[]
  rows: TemporaryLimit[]
  id: string
  liftedAt: number | null
}

const ask = (method: string, path: string, body?: object, headers?: Record<string, string>) =>
  face.ask<Answer>(method, path, body, headers)
const listed = async () => (await ask('GET', '/limits')).body.rows.map(({ id }) => id)

test('a limit holds at once or later, until its end', async () => {
  const later = await ask('POST', '/limits', {
    limitW: 50_000,
    from: face.now + HOUR,
    until: face.now + 2 * HOUR,
  })
  const at = await ask('POST', '/limits', {
    limitW: 80_000,
    until: face.now + HOUR,
    reason: 'The grid company asked',
  })
  expect(at).toMatchObject({
    status: 201,
    body: {
      limit: { limitW: 80_000, from: face.now, setBy: 'api', liftedAt: null },
      unkept: [],
    },
  })
  expect(await listed()).toEqual([at.body.limit.id, later.body.limit.id])
  face.now += HOUR
  expect(await listed()).toEqual([later.body.limit.id])
  expect(await face.store.reads.find('journal', { act: 'limit.set' })).toMatchObject([
    { reason: null },
    { reason: 'The grid company asked' },
  ])
})

test('a while that is over, or that ends before it begins, is refused', async () => {
  const past = await ask('POST', '/limits', { limitW: 1, until: face.now })
  const backwards = await ask('POST', '/limits', {
    limitW: 1,
    from: face.now + 2 * HOUR,
    until: face.now + HOUR,
  })
  for (const refused of [past, backwards])
    expect(refused).toMatchObject({ status: 409, body: { code: 'LIMIT_PAST' } })
  expect(await listed()).toEqual([])
})

test('it is lifted once, whoever asks again, and one that is over stays as it was', async () => {
  const wish = { limitW: 80_000, until: face.now + HOUR }
  const { id } = (await ask('POST', '/limits', wish)).body.limit
  const other = (await ask('POST', '/limits', wish)).body.limit
  const lifted = await ask('POST', `/limits/${id}/lift`)
  expect(lifted.body.liftedAt).toBe(face.now)
  face.now += HOUR
  expect((await ask('POST', `/limits/${id}/lift`)).body).toEqual(lifted.body)
  expect((await ask('POST', `/limits/${other.id}/lift`)).body.liftedAt).toBeNull()
  expect((await ask('POST', `/limits/${face.newId()}/lift`)).status).toBe(404)
  expect(await face.store.reads.find('journal', { act: 'limit.lift' })).toHaveLength(1)
})

test('under one Idempotency-Key it is set once', async () => {
  const wish = { limitW: 80_000, until: face.now + HOUR }
  const key = { 'idempotency-key': 'k' }
  const first = await ask('POST', '/limits', wish, key)
  expect(await ask('POST', '/limits', wish, key)).toEqual(first)
  expect(await listed()).toHaveLength(1)
})
