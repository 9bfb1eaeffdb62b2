import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../../shared/time/instant.ts'
import type { RestFace } from '../rpc/test-bench/rest-face.ts'
import {
  type Client,
  pins,
  refused,
  type StaffedSite,
  staffedSite,
  windowAs,
  windowOf,
} from './test-bench/staffed-site.ts'

const WRONG = '13579135'
const OTHER = '86420864'

/** For those tests in which PINs are tried that are made to take long to try. */
const LONG_MS = 60_000

let site: StaffedSite
let face: RestFace

beforeEach(async () => {
  site = await staffedSite()
  ;({ face } = site)
})
afterEach(() => site.close())

const enter = (client: Client, userId: string, pin: string) =>
  refused(client.session.logIn({ userId, pin }))

/** Enters a PIN in a window of its own, so that only the user's own tries count. */
async function enterAnew(userId: string, pin: string) {
  const { client, hangUp } = windowOf(face)
  const told = await enter(client, userId, pin)
  hangUp()
  return told
}

async function wrongTimes(times: number, userId: string) {
  const told = []
  for (let tries = 0; tries < times; tries += 1) told.push(await enterAnew(userId, WRONG))
  return told
}

test('a wrong PIN tells how many tries are left, then how long there is a wait, then that there is one', async () => {
  const { id } = site.users.viewer
  const until = face.now + 30 * SECOND
  expect(await wrongTimes(6, id)).toMatchObject([
    ...[4, 3, 2, 1].map((triesLeft) => ({
      ...{ code: 'PIN_WRONG', defined: true, data: { triesLeft, lockedUntil: null } },
    })),
    { code: 'PIN_WRONG', data: { triesLeft: 0, lockedUntil: until } },
    { code: 'LOCKED_OUT', status: 429, data: { until } },
  ])
  // The right one is not looked at either, until the wait is over.
  face.now = until - 1
  expect(await enterAnew(id, pins.viewer)).toMatchObject({ code: 'LOCKED_OUT' })
  face.now = until
  expect(await enterAnew(id, pins.viewer)).toBeNull()
})

test('each wait is twice the one before, until the right PIN is entered', async () => {
  const { id } = site.users.viewer
  await wrongTimes(5, id)
  face.now += 30 * SECOND
  expect(await wrongTimes(1, id)).toMatchObject([{ data: { lockedUntil: face.now + MINUTE } }])
  face.now += MINUTE
  expect(await enterAnew(id, pins.viewer)).toBeNull()
  expect(await wrongTimes(1, id)).toMatchObject([{ data: { triesLeft: 4 } }])
})

test('many tries at once get no more than one after the other', async () => {
  const { id } = site.users.viewer
  const windows = Array.from({ length: 12 }, () => windowOf(face))
  const told = await Promise.all(windows.map(({ client }) => enter(client, id, WRONG)))
  expect(told.filter((refusal) => refusal?.code === 'PIN_WRONG')).toHaveLength(5)
  expect(told.filter((refusal) => refusal?.code === 'LOCKED_OUT')).toHaveLength(7)
  for (const { hangUp } of windows) hangUp()
})

test('a window counts too: at one, nobody can go through everybody’s', async () => {
  const { viewer, attendant, operator } = site.users
  const { client, hangUp } = windowOf(face)
  const told = []
  for (const { id } of [viewer, viewer, attendant, attendant, operator, operator])
    told.push((await enter(client, id, WRONG))?.code)
  expect(told).toEqual([...Array<string>(5).fill('PIN_WRONG'), 'LOCKED_OUT'])
  // Elsewhere they get in.
  expect(await enterAnew(operator.id, pins.operator)).toBeNull()
  hangUp()
})

test('nor by trying all at once', async () => {
  const { client, hangUp } = windowOf(face)
  const everybody = [...Object.values(site.users), ...Object.values(site.users)]
  const told = await Promise.all(everybody.map(({ id }) => enter(client, id, WRONG)))
  expect(told.filter((refusal) => refusal?.code === 'PIN_WRONG')).toHaveLength(5)
  hangUp()
})

test(
  'who is no user is answered as a user is, and so is one who was let go',
  async () => {
    await face.ask('POST', `/users/${site.users.operator.id}/archive`)
    const known = await wrongTimes(6, site.users.viewer.id)
    expect(await wrongTimes(3, face.newId())).toEqual(known.slice(0, 3))
    // Those who are no users share their tries, or each made-up id would have five.
    const right = await enterAnew(site.users.operator.id, pins.operator)
    expect(right).toEqual(known[3])
    expect(await wrongTimes(2, face.newId())).toEqual(known.slice(4))
  },
  LONG_MS,
)

test('log-ins, wrong PINs and waits stand in the journal', async () => {
  const { id } = site.users.viewer
  await wrongTimes(5, id)
  face.now += MINUTE
  await enterAnew(id, pins.viewer)
  const lines = await face.store.reads.find('journal', { nounId: id })
  expect(lines.map(({ actor, act, after }) => ({ actor, act, after })).slice(1, 8)).toEqual([
    ...[1, 2, 3, 4, 5].map((failures) => ({
      ...{ actor: 'desk', act: 'session.wrongPin', after: { place: 'window', failures } },
    })),
    {
      ...{ actor: 'desk', act: 'session.lockedOut' },
      after: { until: face.now - MINUTE + 30 * SECOND },
    },
    { actor: 'Vera', act: 'session.logIn', after: { place: 'window' } },
  ])
})

test(
  'who changes their PIN shows the old one, and their other desks lock',
  async () => {
    const here = await windowAs(site, 'viewer')
    const there = await windowAs(site, 'viewer')
    const change = (pin: string) => refused(here.client.session.changePin({ pin, newPin: OTHER }))
    expect(await change(WRONG)).toMatchObject({ code: 'PIN_WRONG', data: { triesLeft: 4 } })
    expect(await change(pins.viewer)).toBeNull()
    expect(await here.client.session.current()).toMatchObject({ state: 'in' })
    expect(await there.client.session.current()).toMatchObject({ state: 'locked' })
    const { id } = site.users.viewer
    expect(await enterAnew(id, pins.viewer)).toMatchObject({ code: 'PIN_WRONG' })
    expect(await enterAnew(id, OTHER)).toBeNull()
    expect(await face.store.reads.find('journal', { act: 'user.changePin' })).toMatchObject([
      { actor: 'Vera', nounId: id, before: null, after: null },
    ])
    for (const asking of [here, there]) asking.hangUp()
  },
  LONG_MS,
)

test('a script has no PIN to change', async () => {
  const { body } = await face.ask('PUT', '/session/pin', { pin: WRONG, newPin: OTHER })
  expect(body).toMatchObject({ code: 'NOBODY_IN' })
})

test(
  'a forgotten PIN, the supervisor’s too, is set anew with the API’s token; waits are over, desks lock',
  async () => {
    const { id } = site.users.supervisor
    const { client, hangUp } = await windowAs(site, 'supervisor')
    await wrongTimes(5, id)
    expect((await face.ask('PUT', `/users/${id}/pin`, { pin: OTHER })).status).toBe(200)
    expect(await refused(client.site.get())).toMatchObject({ code: 'LOCKED' })
    expect(await enterAnew(id, OTHER)).toBeNull()
    expect(await face.store.reads.find('journal', { act: 'user.setPin' })).toMatchObject([
      { actor: 'api', nounId: id },
    ])
    hangUp()
  },
  LONG_MS,
)

test('a PIN that is easy to guess is not taken, and no refusal repeats it', async () => {
  for (const pin of ['1111', '123456', '8765', '123', '123456789']) {
    const wish = { name: 'Kim', role: 'viewer', pin }
    const { status, body } = await face.ask<object>('POST', '/users', wish)
    expect(status).toBe(400)
    expect(JSON.stringify(body)).not.toContain(`"${pin}"`)
  }
})

test(
  'no PIN lies anywhere in the site’s files, nor in the journal, whatever was done with it',
  async () => {
    const key = { 'idempotency-key': 'one' }
    const made = await face.ask<{ id: string }>(
      ...(['POST', '/users', { name: 'Kim', role: 'viewer', pin: OTHER }, key] as const),
    )
    expect(made.status).toBe(201)
    const kept = await face.store.reads.get('userPin', made.body.id)
    expect(kept?.hash).toMatch(/^scrypt:15:8:1:[\w-]{22}:[\w-]{43}$/)
    await enterAnew(made.body.id, WRONG)
    await enterAnew(made.body.id, OTHER)
    const window = await windowAs(site, 'viewer')
    await window.client.session.changePin({ pin: pins.viewer, newPin: '27182818' })
    const act = { act: 'payment.refund', nounId: 'x', amountMinor: null }
    await window.client.session.approve({
      userId: site.users.supervisor.id,
      pin: pins.supervisor,
      act,
    })
    await face.ask('PUT', `/users/${made.body.id}/pin`, { pin: '31415926' }, key)
    window.hangUp()
    const files = readdirSync(face.dir, { withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['site.db', 'site.db-wal']),
    )
    const used = [WRONG, OTHER, '27182818', '31415926', ...Object.values(pins)]
    for (const { name } of files) {
      const bytes = readFileSync(join(face.dir, name))
      expect(used.filter((pin) => bytes.includes(pin))).toEqual([])
    }
    // A digest of a call that has a PIN in it would give it away as well.
    expect(await face.store.reads.find('answeredCall', {})).toEqual([])
    const journal = JSON.stringify(await face.store.reads.find('journal', {}))
    expect(journal).not.toMatch(/scrypt/)
  },
  LONG_MS,
)
