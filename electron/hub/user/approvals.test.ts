import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ApprovedAct } from '../../../shared/contract/session.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { openApprovals } from './approvals.ts'
import type { Session } from './session.ts'
import {
  pins,
  refused,
  type StaffedSite,
  staffedSite,
  windowAs,
} from './test-bench/staffed-site.ts'

const refund: ApprovedAct = { act: 'payment.refund', nounId: 'p1', amountMinor: 50_000 }
/** A session that is only told from others. */
const aSession = () => ({ machine: 'desk', place: 'window' }) as Session // nothing of it is asked
const alex = { session: aSession(), actor: 'Alex', mayApprove: false }
const needed = { kind: 'needed' }

let now = 0
const opened = () => openApprovals(() => now)

test('what was agreed to may be done once', () => {
  const approvals = opened()
  const { approvalId } = approvals.give(alex, refund, 'Sven')
  expect(approvals.take(alex, approvalId, refund)).toEqual({ kind: 'approved', approvedBy: 'Sven' })
  expect(approvals.take(alex, approvalId, refund)).toEqual(needed)
})

test.each<[string, ApprovedAct]>([
  ['another act', { ...refund, act: 'payment.cancel' }],
  ['another row', { ...refund, nounId: 'p2' }],
  ['another sum', { ...refund, amountMinor: 50_001 }],
])('it is not good for %s, and is not spent on it', (_what, other) => {
  const approvals = opened()
  const { approvalId } = approvals.give(alex, refund, 'Sven')
  expect(approvals.take(alex, approvalId, other)).toEqual(needed)
  expect(approvals.take(alex, approvalId, refund)).toMatchObject({ kind: 'approved' })
})

test('it is good for whoever asked alone, where they asked, and for two minutes', () => {
  const approvals = opened()
  const { approvalId, until } = approvals.give(alex, refund, 'Sven')
  expect(until).toBe(now + 2 * MINUTE)
  expect(approvals.take({ ...alex, actor: 'Asta' }, approvalId, refund)).toEqual(needed)
  expect(approvals.take({ ...alex, session: aSession() }, approvalId, refund)).toEqual(needed)
  now += 2 * MINUTE
  expect(approvals.take(alex, approvalId, refund)).toEqual(needed)
})

test('without one, or with one that nobody gave, somebody is to be asked', () => {
  expect(opened().take(alex, undefined, refund)).toEqual(needed)
  expect(opened().take(alex, 'made-up', refund)).toEqual(needed)
})

test('who may agree themselves asks nobody', () => {
  const sven = { ...alex, actor: 'Sven', mayApprove: true }
  expect(opened().take(sven, undefined, refund)).toEqual({ kind: 'approved', approvedBy: null })
})

let site: StaffedSite
beforeEach(async () => {
  site = await staffedSite()
})
afterEach(() => site.close())

test('a supervisor agrees at somebody else’s desk by their PIN, and stays out of it; it stands in the journal', async () => {
  const { client, hangUp } = await windowAs(site, 'attendant')
  const { id: userId } = site.users.supervisor
  const given = await client.session.approve({ userId, pin: pins.supervisor, act: refund })
  expect(given).toMatchObject({ approvedBy: 'Sven', until: site.face.now + 2 * MINUTE })
  expect(await client.session.current()).toMatchObject({ actor: 'Alex' })
  expect(await site.face.store.reads.find('journal', { act: 'session.approve' })).toMatchObject([
    { actor: 'Alex', nounId: userId, after: { ...refund, approvedBy: 'Sven' } },
  ])
  hangUp()
})

test('nobody else can agree, and a wrong PIN counts as at the log-in', async () => {
  const { client, hangUp } = await windowAs(site, 'attendant')
  const approve = (as: 'operator' | 'supervisor', pin: string) =>
    refused(client.session.approve({ userId: site.users[as].id, pin, act: refund }))
  expect(await approve('operator', pins.operator)).toMatchObject({ code: 'MAY_NOT_APPROVE' })
  expect(await approve('supervisor', '1928')).toMatchObject({
    ...{ code: 'PIN_WRONG', data: { triesLeft: 4 } },
  })
  hangUp()
})

test('nobody agrees at a desk that is locked', async () => {
  const { client, hangUp } = await windowAs(site, 'attendant')
  await client.session.lock()
  const wish = { userId: site.users.supervisor.id, pin: pins.supervisor, act: refund }
  expect(await refused(client.session.approve(wish))).toMatchObject({ code: 'LOCKED' })
  hangUp()
})
