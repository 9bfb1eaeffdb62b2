import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SessionState } from '../../../shared/contract/session.ts'
import { role } from '../../../shared/domain/user/role.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { deskPorts } from '../rpc/desk-port.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'
import {
  type Client,
  pins,
  refused,
  socketOf,
  type StaffedSite,
  staffedSite,
  windowAs,
  windowOf,
} from './test-bench/staffed-site.ts'

let site: StaffedSite
let face: RestFace

beforeEach(async () => {
  site = await staffedSite()
  ;({ face } = site)
})
afterEach(() => site.close())

const actsOf = async (act: string) => {
  const lines = await face.store.reads.find('journal', { act })
  return lines.map(({ actor, nounId, after }) => ({ actor, nounId, after }))
}

/** The next that an iterator tells; what it was before is not waited for twice. */
async function next<T>(told: AsyncIterator<T>): Promise<T | 'ended'> {
  const { done, value } = await told.next()
  return done ? 'ended' : value
}

test('without users a window is open, and does what it does as the desk', async () => {
  const empty = await restFace()
  const { client, hangUp } = windowOf(empty)
  expect(await client.session.current()).toMatchObject({
    ...{ state: 'open', actor: 'desk', user: null, users: [], locksAt: null },
    rights: expect.arrayContaining(['supervise', 'look']),
  })
  await client.site.update({ name: 'Norra depån' })
  expect(await empty.store.reads.find('journal', { act: 'site.update' })).toMatchObject([
    { actor: 'desk' },
  ])
  hangUp()
  await empty.close()
})

test('the first user locks every window at once, and ends what they follow; a script goes on', async () => {
  const empty = await restFace()
  const window = windowOf(empty)
  const other = windowOf(empty)
  const script = await socketOf(empty)
  const live = await other.client.live.follow({})
  const session = await other.client.session.follow()
  expect([await next(live), await next(session)]).toMatchObject([
    { kind: 'snapshot' },
    { state: 'open' },
  ])
  const wish = { name: 'Kim', role: 'supervisor', pin: '24689753' } as const
  const kim = await window.client.user.create(wish)
  expect(await next(session)).toMatchObject({ state: 'locked', users: [{ id: kim.id }] })
  let told = await next(live)
  while (told !== 'ended') told = await next(live)
  for (const { client } of [window, other])
    expect(await refused(client.site.get())).toMatchObject({ code: 'LOCKED' })
  expect(await script.client.site.get()).toMatchObject({ currency: 'SEK' })
  for (const asking of [window, other, script]) asking.hangUp()
  await empty.close()
})

test('what a user does stands in the journal under their name, until they log out', async () => {
  const window = await windowAs(site, 'operator')
  const { id } = site.users.operator
  expect(await window.client.session.current()).toMatchObject({
    ...{ state: 'in', actor: 'Omar', user: { id, role: 'operator' }, lastUserId: id },
    rights: ['anyone', 'look', 'attend', 'plan', 'operate'],
  })
  await window.client.vehicle.create({ plate: 'ABC 123' })
  expect(await window.client.session.logOut()).toMatchObject({ state: 'locked', lastUserId: null })
  expect(await refused(window.client.vehicle.create({ plate: 'ABC 124' }))).toMatchObject({
    code: 'LOCKED',
  })
  const all = (await face.store.reads.find('journal', { actor: 'Omar' })).map(({ act }) => act)
  expect(all).toEqual(['session.logIn', 'vehicle.add', 'session.logOut'])
  window.hangUp()
})

test('a window that is locked says who was in, and lets another in', async () => {
  const window = await windowAs(site, 'operator')
  expect(await window.client.session.lock()).toMatchObject({
    ...{ state: 'locked', actor: null, user: null, rights: ['anyone'] },
    lastUserId: site.users.operator.id,
  })
  const who = { userId: site.users.viewer.id, pin: pins.viewer }
  expect(await window.client.session.logIn(who)).toMatchObject({ actor: 'Vera', token: null })
  // Whoever logs in over another puts them out.
  await window.client.session.logIn({ userId: site.users.attendant.id, pin: pins.attendant })
  expect(await actsOf('session.logOut')).toEqual([
    { actor: 'Vera', nounId: site.users.viewer.id, after: { place: 'window', why: 'other' } },
  ])
  window.hangUp()
})

test('each window is a session of its own, and hanging up logs out', async () => {
  const one = await windowAs(site, 'operator')
  const other = windowOf(face)
  expect(await other.client.session.current()).toMatchObject({ state: 'locked', lastUserId: null })
  one.hangUp()
  await expect
    .poll(() => actsOf('session.logOut'))
    .toEqual([
      { actor: 'Omar', nounId: site.users.operator.id, after: { place: 'window', why: 'closed' } },
    ])
  other.hangUp()
})

test('a desk locks by itself after the time the site has set: by touches it is put off, by calls that a window may make alone it isn’t', async () => {
  const { client, hangUp } = await windowAs(site, 'supervisor')
  await client.site.update({ lockAfterMin: 5 })
  const state = await client.session.current()
  expect(state).toMatchObject({ lockAfterMin: 5, locksAt: face.now + 5 * MINUTE })
  face.now += 4 * MINUTE
  expect(await client.session.touch()).toMatchObject({ locksAt: face.now + 5 * MINUTE })
  face.now += 4 * MINUTE
  // The wire log and the desk's choices are asked for again and again while they are shown.
  await client.ocppMessage.list({})
  await client.walkUp.choices({})
  await client.session.current()
  face.now += MINUTE - 1
  expect(await client.session.current()).toMatchObject({ state: 'in' })
  face.now += 1
  expect(await refused(client.vehicle.list({}))).toMatchObject({ code: 'LOCKED' })
  await expect
    .poll(() => actsOf('session.lock'))
    .toEqual([
      { actor: 'Sven', nounId: site.users.supervisor.id, after: { place: 'window', why: 'idle' } },
    ])
  hangUp()
})

test('a desk that locks by itself is told so at once, and what it followed ends', async () => {
  const { client, hangUp } = await windowAs(site, 'viewer')
  const live = await client.live.follow({})
  const session = await client.session.follow()
  await next(live)
  expect(await next(session)).toMatchObject({ state: 'in' })
  face.now += 60 * MINUTE
  await face.sessions.lockIdle()
  expect(await next(session)).toMatchObject({ state: 'locked' })
  let told = await next(live)
  while (told !== 'ended') told = await next(live)
  hangUp()
})

test('0 minutes: a desk never locks by itself', async () => {
  await face.ask('PATCH', '/site', { lockAfterMin: 0 })
  const { client, hangUp } = await windowAs(site, 'viewer')
  face.now += 24 * 60 * MINUTE
  expect(await client.session.current()).toMatchObject({ state: 'in', locksAt: null })
  hangUp()
})

test('who is let go is out at once; who gets another role has it at once', async () => {
  const viewer = await windowAs(site, 'viewer')
  const operator = await windowAs(site, 'operator')
  const supervisor = await windowAs(site, 'supervisor')
  const sessions = [await viewer.client.session.follow(), await operator.client.session.follow()]
  const live = await operator.client.live.follow({})
  for (const told of [...sessions, live]) await next<unknown>(told)
  await supervisor.client.user.archive({ id: site.users.viewer.id })
  expect(await refused(viewer.client.site.get())).toMatchObject({ code: 'LOCKED' })
  await supervisor.client.user.update({ id: site.users.operator.id, role: 'viewer' })
  expect(await refused(operator.client.vehicle.create({ plate: 'A' }))).toMatchObject({
    ...{ code: 'FORBIDDEN', data: { right: 'plan', roles: ['operator', 'supervisor'] } },
  })
  const [ofViewer, ofOperator] = sessions
  const gone = (await next(ofViewer as AsyncIterator<SessionState>)) as SessionState
  expect(gone).toMatchObject({ state: 'locked' })
  expect(gone.users.map(({ name }) => name)).not.toContain('Vera')
  const changed: unknown[] = []
  while (changed.length < 2) changed.push(await next(ofOperator as AsyncIterator<SessionState>))
  expect(changed.at(-1)).toMatchObject({ user: { role: 'viewer' }, rights: ['anyone', 'look'] })
  let told = await next(live)
  while (told !== 'ended') told = await next(live)
  for (const asking of [viewer, operator, supervisor]) asking.hangUp()
})

test('a WebSocket begins as a script, or with `?as=desk` like a window, and may log in', async () => {
  const script = await socketOf(face)
  expect(await script.client.session.current()).toMatchObject({ state: 'open', actor: 'api' })
  const desk = await socketOf(face, '?as=desk')
  expect(await refused(desk.client.site.get())).toMatchObject({ code: 'LOCKED' })
  for (const { client } of [script, desk]) {
    await client.session.logIn({ userId: site.users.viewer.id, pin: pins.viewer })
    expect(await client.session.current()).toMatchObject({ state: 'in', actor: 'Vera' })
    expect(await refused(client.vehicle.create({ plate: 'A' }))).toMatchObject({
      code: 'FORBIDDEN',
    })
    // Once somebody was in, it is a desk: it doesn't become the script's again.
    await client.session.logOut()
    expect(await refused(client.site.get())).toMatchObject({ code: 'LOCKED' })
  }
  for (const asking of [script, desk]) asking.hangUp()
})

test('what the shell keeps for the site may be changed at a window by who may configure, and by nobody else', async () => {
  const { router, sessions } = face
  const desks = deskPorts(router, sessions)
  const window = new MessageChannel()
  desks.serve(window.port1, 7)
  const client: Client = createORPCClient(new PortLink({ port: window.port2 }))
  window.port2.start()
  const may: boolean[] = [await desks.mayConfigure(7), await desks.mayConfigure(8)]
  for (const as of role.options) {
    await client.session.logIn({ userId: site.users[as].id, pin: pins[as] })
    may.push(await desks.mayConfigure(7))
  }
  await client.session.lock()
  may.push(await desks.mayConfigure(7))
  expect(may).toEqual([false, false, false, false, false, false, true, false])
  // A page that is loaded anew has another port, where nobody is in yet.
  await client.session.logIn({ userId: site.users.supervisor.id, pin: pins.supervisor })
  const anew = new MessageChannel()
  desks.serve(anew.port1, 7)
  expect(await desks.mayConfigure(7)).toBe(false)
  for (const { port2 } of [window, anew]) port2.close()
})
