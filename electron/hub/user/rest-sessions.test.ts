import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SessionState } from '../../../shared/contract/session.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import type { Role } from '../../../shared/domain/user/role.ts'
import type { RestFace } from '../rpc/test-bench/rest-face.ts'
import { pins, type StaffedSite, staffedSite } from './test-bench/staffed-site.ts'

let site: StaffedSite
let face: RestFace

beforeEach(async () => {
  site = await staffedSite()
  ;({ face } = site)
})
afterEach(() => site.close())

type LoggedIn = SessionState & { token: string }

async function logIn(as: Role): Promise<Record<string, string>> {
  const who = { userId: site.users[as].id, pin: pins[as] }
  const { body } = await face.ask<LoggedIn>('POST', '/session', who)
  return { 'laddplan-session': body.token }
}

const vehicle = (headers: Record<string, string>, plate = 'ABC 123') =>
  face.ask<{ code: string; id: string; data: unknown }>('POST', '/vehicles', { plate }, headers)

test('a script without a session may do everything, as `api`', async () => {
  expect((await vehicle({})).status).toBe(201)
  expect(await face.store.reads.find('journal', { act: 'vehicle.add' })).toMatchObject([
    { actor: 'api' },
  ])
})

test('with a session’s token a call is that user’s', async () => {
  const omar = await logIn('operator')
  expect((await vehicle(omar)).status).toBe(201)
  expect(await face.store.reads.find('journal', { act: 'vehicle.add' })).toMatchObject([
    { actor: 'Omar' },
  ])
  const { body } = await face.ask<SessionState>('GET', '/session', undefined, omar)
  expect(body).toMatchObject({ state: 'in', actor: 'Omar' })
  expect(omar['laddplan-session']).toMatch(/^[\w-]{43}$/)
})

test.each<[Role, string, string, object, string]>([
  ['viewer', 'POST', '/vehicles', { plate: 'A' }, 'plan'],
  ['attendant', 'PATCH', '/site', { name: 'Mine' }, 'configure'],
  ['operator', 'GET', '/payments', {}, 'seeMoney'],
  ['accountant', 'POST', '/users', { name: 'X', role: 'supervisor', pin: '1928' }, 'supervise'],
])('what the role %s may not do is refused: %s %s', async (as, method, path, body, right) => {
  const headers = await logIn(as)
  const sent = method === 'GET' ? undefined : body
  expect(await face.ask(method, path, sent, headers)).toMatchObject({
    ...{ status: 403, body: { defined: true, code: 'FORBIDDEN', data: { right } } },
  })
})

test('who may not make a call learns nothing of its input', async () => {
  const vera = await logIn('viewer')
  const { status, body } = await face.ask<object>('POST', '/vehicles', { junk: 1 }, vera)
  expect([status, body]).toMatchObject([403, { code: 'FORBIDDEN' }])
})

test('a token that is over, or none, opens nothing: not even what a script without one may do', async () => {
  const omar = await logIn('operator')
  await face.ask('DELETE', '/session', undefined, omar)
  for (const headers of [omar, { 'laddplan-session': 'x'.repeat(43) }, { 'laddplan-session': '' }])
    expect(await vehicle(headers)).toMatchObject({ status: 401, body: { code: 'LOCKED' } })
})

test('each log-in gives another token, and the one before is over', async () => {
  const first = await logIn('viewer')
  const who = { userId: site.users.operator.id, pin: pins.operator }
  const { body } = await face.ask<LoggedIn>('POST', '/session', who, first)
  expect(body).toMatchObject({ state: 'in', actor: 'Omar' })
  expect((await vehicle(first)).status).toBe(401)
  expect((await vehicle({ 'laddplan-session': body.token })).status).toBe(201)
})

test('a session is kept by each call, and locks without', async () => {
  const omar = await logIn('operator')
  const look = async () => (await face.ask('GET', '/vehicles', undefined, omar)).status
  face.now += 9 * MINUTE
  expect(await look()).toBe(200)
  face.now += 9 * MINUTE
  expect(await look()).toBe(200)
  face.now += 10 * MINUTE
  expect(await look()).toBe(401)
})

test('a session that has to make room for others is over, and what it follows with it', async () => {
  const { sessions } = face
  const begin = async () => {
    const session = sessions.ofCall(undefined)
    await session.enter(site.users.operator)
    const token = sessions.tokenFor(session)
    return { session, token }
  }
  const first = await begin()
  const { until } = await first.session.standing()
  face.now += 1
  for (let others = 0; others < 1_000; others += 1) await begin()
  expect(until.aborted).toBe(true)
  expect((await vehicle({ 'laddplan-session': first.token })).status).toBe(401)
})

test('an Idempotency-Key is its user’s alone', async () => {
  const omar = await logIn('operator')
  const sven = await logIn('supervisor')
  const key = { 'idempotency-key': 'one' }
  const first = await vehicle({ ...omar, ...key })
  expect(await vehicle({ ...omar, ...key })).toEqual(first)
  // Another's call under the same key is another call.
  expect((await vehicle({ ...sven, ...key })).body.code).toBe('PLATE_TAKEN')
})

test('the bearer token is asked for all the same', async () => {
  const omar = await logIn('operator')
  const response = await fetch(`${face.url}/api/vehicles`, { headers: omar })
  expect(response.status).toBe(401)
})
