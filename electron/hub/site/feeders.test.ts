import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Feeder } from '../../../shared/domain/site/feeder.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'

let face: RestFace

beforeEach(async () => {
  face = await restFace()
})
afterEach(() => face.close())

type Answer = Feeder & { code: string; data: unknown; rows: Feeder[] }

const ask = (method: string, path: string, body?: object) => face.ask<Answer>(method, path, body)
const add = async (name: string, parentId: string | null = null): Promise<Feeder> => {
  const words = { name, parentId, limitW: 40_000, limitDa: null }
  return (await ask('POST', '/feeders', words)).body
}
const addStation = async (words: object) =>
  face.ask<{ station: Station; code: string }>('POST', '/stations', words)
const stationWith = async (id: string) => face.store.reads.get('station', id)

test('a feeder is added, renamed, moved and listed', async () => {
  const board = await add('Board 2')
  const row = await add('Row A', board.id)
  expect((await ask('GET', '/feeders')).body.rows).toEqual([board, row])
  const changed = await ask('PATCH', `/feeders/${row.id}`, { name: 'Row B', parentId: null })
  expect(changed.body).toMatchObject({ name: 'Row B', parentId: null, limitW: 40_000 })
  const acts = (await face.store.reads.find('journal', { noun: 'feeder' })).map(({ act }) => act)
  expect(acts.toSorted()).toEqual(['feeder.add', 'feeder.add', 'feeder.update'])
})

test('asked for twice under one id it is made once', async () => {
  const words = { id: face.newId(), name: 'Row', parentId: null, limitW: null, limitDa: 630 }
  expect((await ask('POST', '/feeders', words)).body).toEqual(
    (await ask('POST', '/feeders', words)).body,
  )
  expect(await face.store.reads.find('journal', { noun: 'feeder' })).toHaveLength(1)
})

test('it hangs neither on itself, nor on one below it, nor on one that is not there', async () => {
  const board = await add('Board')
  const row = await add('Row', board.id)
  for (const parentId of [board.id, row.id])
    expect(await ask('PATCH', `/feeders/${board.id}`, { parentId })).toMatchObject({
      status: 409,
      body: { code: 'FEEDER_LOOP' },
    })
  const nowhere = face.newId()
  for (const [method, path] of [
    ['PATCH', `/feeders/${board.id}`],
    ['POST', '/feeders'],
  ] as const)
    expect(
      await ask(method, path, { name: 'x', parentId: nowhere, limitW: null, limitDa: null }),
    ).toMatchObject({ status: 404, body: { data: { noun: 'feeder', id: nowhere } } })
})

test('when it is taken away, what hung on it hangs on its parent, also a station that is retired', async () => {
  const board = await add('Board')
  const row = await add('Row', board.id)
  const end = await add('End', row.id)
  const one = (await addStation({ chargePointId: 'A', feederId: row.id })).body.station
  const gone = (await addStation({ chargePointId: 'B', feederId: row.id })).body.station
  await ask('POST', `/stations/${gone.id}/retire`)
  expect((await ask('DELETE', `/feeders/${row.id}`)).body).toEqual(row)
  expect((await ask('GET', '/feeders')).body.rows.map(({ id }) => id)).toEqual([board.id, end.id])
  expect(await face.store.reads.get('feeder', end.id)).toMatchObject({ parentId: board.id })
  for (const { id } of [one, gone])
    expect(await stationWith(id)).toMatchObject({ feederId: board.id })
  const moved = await face.store.reads.find('journal', { act: 'station.update', nounId: one.id })
  expect(moved).toMatchObject([{ before: { feederId: row.id }, after: { feederId: board.id } }])
  await ask('DELETE', `/feeders/${board.id}`)
  expect(await stationWith(one.id)).toMatchObject({ feederId: null })
  expect((await ask('DELETE', `/feeders/${board.id}`)).status).toBe(404)
})

test('a station hangs on a feeder that is there, and its phases lie as it was wired', async () => {
  const board = await add('Board')
  const { station } = (await addStation({ chargePointId: 'A' })).body
  expect(station).toMatchObject({ feederId: null, phaseRotation: 'RST' })
  const place = `/stations/${station.id}`
  const wired = await ask('PATCH', place, { feederId: board.id, phaseRotation: 'STR' })
  expect(wired.body).toMatchObject({ feederId: board.id, phaseRotation: 'STR' })
  const nowhere = { feederId: face.newId() }
  for (const refused of [
    await ask('PATCH', place, nowhere),
    await addStation({ chargePointId: 'B', ...nowhere }),
    await face.ask<Answer>('POST', '/stations/import', {
      stations: [{ chargePointId: 'C' }, { chargePointId: 'B', ...nowhere }],
    }),
  ])
    expect(refused).toMatchObject({ status: 409, body: { code: 'NO_SUCH_FEEDER' } })
  expect(await face.store.reads.find('station', {})).toHaveLength(1)
})
