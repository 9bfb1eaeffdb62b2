import { call, implement } from '@orpc/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ledgerContract } from '../../../shared/contract/ledger.ts'
import type { VerifyEvent } from '../../../shared/domain/ledger/verdict.ts'
import type { Role } from '../../../shared/domain/user/role.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { type Caller, everyCall } from '../rpc/router/parts.ts'
import { leaveSession, logIn } from './log-in.ts'
import type { Session } from './session.ts'
import { pins, type StaffedSite, staffedSite } from './test-bench/staffed-site.ts'

let site: StaffedSite
beforeEach(async () => {
  site = await staffedSite()
})
afterEach(() => site.close())

const step: VerifyEvent = { kind: 'progress', step: 'chain', done: 1, of: 2 }

/** A call that begins to tell and, as a handler well might, listens to nothing that would end it. */
function stubbornCall() {
  const state = { left: false }
  const on = implement(ledgerContract).$context<Caller>().use(everyCall)
  const verify = on.verify.handler(async function* () {
    try {
      for (;;) yield step
    } finally {
      state.left = true
    }
  })
  return { verify, state }
}

async function sessionAs(as: Role): Promise<Session> {
  const { store, sessions, secret } = site.face
  const session = sessions.open('desk', 'window')
  const parts = { store, hubSecret: secret }
  await logIn(parts, { session, actor: 'desk', userId: site.users[as].id, pin: pins[as] })
  return session
}

test.each<[string, (session: Session) => Promise<unknown>]>([
  ['they log out', (session) => leaveSession(site.face.store, session, 'session.logOut')],
  ['they lock the window', (session) => leaveSession(site.face.store, session, 'session.lock')],
  [
    'nobody has a hand on the window',
    () => {
      site.face.now += 60 * MINUTE
      return site.face.sessions.lockIdle()
    },
  ],
  ['they are let go', () => site.face.ask('POST', `/users/${site.users.accountant.id}/archive`)],
  [
    'they get another role',
    () => site.face.ask('PATCH', `/users/${site.users.accountant.id}`, { role: 'supervisor' }),
  ],
  [
    'they get another PIN',
    () => site.face.ask('PUT', `/users/${site.users.accountant.id}/pin`, { pin: '86420864' }),
  ],
  ['the window is closed', async (session) => site.face.sessions.end(session)],
])('whatever a user follows ends when %s, whoever tells it', async (_what, end) => {
  const session = await sessionAs('accountant')
  const { verify, state } = stubbornCall()
  const told = await call(verify, undefined, { context: { session }, path: ['ledger', 'verify'] })
  expect(await told.next()).toEqual({ done: false, value: step })
  await end(session)
  expect(await told.next()).toMatchObject({ done: true })
  await expect.poll(() => state.left).toBe(true)
})
