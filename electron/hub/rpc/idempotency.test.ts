import { afterEach, beforeEach, expect, test } from 'vitest'
import { restFace, type RestFace } from './test-bench/rest-face.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

interface Answer {
  id: string
  code: string
  message: string
}

const post = (body: object, key: string) =>
  face.ask<Answer>('POST', '/vehicles', body, { 'idempotency-key': key })

test('a call that comes again under its key is carried out once and answered alike', async () => {
  const first = await post({ plate: 'ABC 123' }, 'key-1')
  expect(first.status).toBe(201)
  const again = await post({ plate: 'ABC 123' }, 'key-1')
  expect(again).toEqual(first)
  expect(await face.store.reads.find('vehicle', {})).toHaveLength(1)
  // Under another key it is another call, and meets what the first has made.
  expect((await post({ plate: 'ABC 123' }, 'key-2')).body.code).toBe('PLATE_TAKEN')
})

test('another question under the same key is refused', async () => {
  await post({ plate: 'ABC 123' }, 'key')
  expect(await post({ plate: 'DEF 456' }, 'key')).toMatchObject({
    status: 422,
    body: { code: 'IDEMPOTENCY_KEY_REUSED' },
  })
  expect(await face.store.reads.find('vehicle', {})).toHaveLength(1)
})

test('a refusal is not kept: the same call under the same key may succeed later', async () => {
  const { body } = await post({ plate: 'ABC 123' }, 'first')
  expect((await post({ plate: 'abc123' }, 'second')).status).toBe(409)
  await face.ask('POST', `/vehicles/${body.id}/archive`)
  expect((await post({ plate: 'abc123' }, 'second')).status).toBe(201)
})

test.each([
  ['empty', ''],
  ['too long', 'x'.repeat(129)],
  ['with a space', 'two words'],
  ['not ASCII', 'nyckel-\u00e5'],
])('a key that is %s is refused, and nothing is done', async (_why, key) => {
  const { status, body } = await post({ plate: 'ABC 123' }, key)
  expect([status, body.code]).toEqual([400, 'BAD_REQUEST'])
  expect(body.message).toMatch(/^Idempotency-Key: /)
  expect(await face.store.reads.find('vehicle', {})).toEqual([])
})

test('the longest key is taken', async () => {
  expect((await post({ plate: 'ABC 123' }, '!'.repeat(128))).status).toBe(201)
})
