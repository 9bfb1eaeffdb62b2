import { afterEach, beforeEach, expect, test } from 'vitest'
import type { User } from '../../../shared/domain/user/user.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import { type StaffedSite, staffedSite } from './test-bench/staffed-site.ts'

let site: StaffedSite
let face: RestFace

beforeEach(async () => {
  site = await staffedSite()
  ;({ face } = site)
})
afterEach(() => site.close())

interface Answer extends User {
  code: string
  data: unknown
}

const put = (method: string, path: string, body?: object) => face.ask<Answer>(method, path, body)
const create = (name: string, role = 'viewer') => put('POST', '/users', { name, role, pin: '1928' })

test('the first user has to be a supervisor', async () => {
  const empty = await restFace()
  const wish = { name: 'Kim', role: 'operator', pin: '1928' }
  const { status, body } = await empty.ask<Answer>('POST', '/users', wish)
  expect([status, body.code]).toEqual([409, 'FIRST_SUPERVISOR'])
  expect(await empty.store.reads.find('user', {})).toEqual([])
  await empty.close()
})

test('a name is given once, whatever its case, and to nobody after who left', async () => {
  expect((await create('Åsa')).status).toBe(201)
  expect(await create('åSA')).toMatchObject({ status: 409, body: { code: 'NAME_TAKEN' } })
  await put('POST', `/users/${site.users.viewer.id}/archive`)
  expect((await create('VERA')).body).toMatchObject({
    ...{ code: 'NAME_TAKEN', data: { userId: site.users.viewer.id, archived: true } },
  })
  expect((await create('hub')).status).toBe(400)
})

test('the last supervisor stays one, whoever asks', async () => {
  const { id } = site.users.supervisor
  for (const { status, body } of [
    await put('PATCH', `/users/${id}`, { role: 'operator' }),
    await put('POST', `/users/${id}/archive`),
  ])
    expect([status, body.code]).toEqual([409, 'LAST_SUPERVISOR'])
  await put('PATCH', `/users/${site.users.viewer.id}`, { role: 'supervisor' })
  expect((await put('POST', `/users/${id}/archive`)).status).toBe(200)
})

test('a user is changed, let go and taken in again, each a line in the journal', async () => {
  const { id } = site.users.viewer
  const changed = await put('PATCH', `/users/${id}`, { role: 'accountant', language: 'sv' })
  expect(changed.body).toMatchObject({ name: 'Vera', role: 'accountant', language: 'sv' })
  expect((await put('POST', `/users/${id}/archive`)).body.archivedAt).toBe(face.now)
  expect((await put('POST', `/users/${id}/restore`)).body.archivedAt).toBeNull()
  const lines = await face.store.reads.find('journal', { noun: 'user', nounId: id })
  expect(lines.map(({ act, before, after }) => [act, before, after])).toMatchObject([
    ['user.add', null, { name: 'Vera', role: 'viewer' }],
    ['user.update', { role: 'viewer' }, { role: 'accountant' }],
    ['user.archive', { archivedAt: null }, { archivedAt: face.now }],
    ['user.restore', { archivedAt: face.now }, { archivedAt: null }],
  ])
  const { body } = await face.ask<{ rows: User[] }>('GET', '/users')
  expect(body.rows.map(({ name }) => name)).toEqual(['Alex', 'Asta', 'Omar', 'Sven', 'Vera'])
})

test('who is not there can’t be changed', async () => {
  const id = face.newId()
  for (const [method, path, body] of [
    ['PATCH', `/users/${id}`, { role: 'viewer' }],
    ['POST', `/users/${id}/archive`],
    ['POST', `/users/${id}/restore`],
    ['PUT', `/users/${id}/pin`, { pin: '1928' }],
  ] as const)
    expect(await put(method, path, body)).toMatchObject({
      ...{ status: 404, body: { code: 'NOT_FOUND', data: { noun: 'user', id } } },
    })
  expect(await face.store.reads.get('userPin', id)).toBeUndefined()
})

test('the database itself keeps users and their names', async () => {
  const { id } = site.users.viewer
  const renamed = face.store.work('test', (tx) => tx.update('user', id, { name: 'Kim' }))
  await expect(renamed).rejects.toThrow(/a name never changes/)
  await expect(face.store.work('test', (tx) => tx.remove('user', id))).rejects.toThrow(/archived/)
})
