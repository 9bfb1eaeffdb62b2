import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { approval, colleague, type Colleague } from './test-bench/staff.ts'
import { tillHub, type TillHub } from './test-bench/till-hub.ts'

let hub: TillHub
let sam: Colleague
let kim: Colleague
/** PINs are made to take long to try, and take as long to be set and entered. */
const LONG_MS = 60_000
beforeEach(async () => {
  hub = await tillHub()
  sam = await colleague(hub, 'Sam', 'supervisor')
  kim = await colleague(hub, 'Kim', 'attendant')
}, LONG_MS)
afterEach(() => hub.end())

/** What a refusal asks a supervisor to agree to. */
const actOf = ({ data }: { data?: unknown }) => (data as { act: unknown }).act

describe('the count is blind', () => {
  test('no answer tells an attendant what should be in an open drawer', async () => {
    await hub.openShift(1_000, {}, kim.as)
    await hub.cash(43_700, {}, kim.as)
    await hub.count(1_437, { purpose: 'spot' }, kim.as)
    const journal = await hub.face.ask('GET', '/journal?noun=shift', undefined, kim.as)
    const told = [
      await hub.count(1_437, { purpose: 'spot' }, kim.as),
      await hub.x(kim.as),
      await hub.shiftDetail(kim.as),
      journal,
    ]
    expect(told[0]?.body).toMatchObject({ expectedMinor: null, varianceMinor: null })
    expect(told[1]?.body).toMatchObject({ expectedMinor: null, floatMinor: 100_000 })
    // The counts say what was counted, which here is right: nothing else may say the same.
    const text = JSON.stringify(told).replaceAll('"totalMinor":143700', '')
    expect(text).not.toContain('143700')
  })

  test('a supervisor is told', async () => {
    await hub.openShift(1_000, {}, kim.as)
    expect((await hub.x(sam.as)).body.expectedMinor).toBe(100_000)
    const { body } = await hub.count(900, { purpose: 'spot' }, sam.as)
    expect(body).toMatchObject({ expectedMinor: 100_000, varianceMinor: -10_000 })
  })

  test('once a closing count is on disk, what it is off by is told', async () => {
    await hub.openShift(1_000, {}, kim.as)
    expect((await hub.count(990, {}, kim.as)).body.varianceMinor).toBe(-1_000)
    const { body } = await hub.shiftDetail(kim.as)
    expect(body.counts.at(-1)).toMatchObject({ purpose: 'closing', expectedMinor: 100_000 })
  })
})

test('who opens a drawer answers for it until somebody takes it over', async () => {
  const alex = await colleague(hub, 'Alex', 'attendant')
  await hub.openShift(1_000, {}, kim.as)
  expect((await hub.move('toSafe', 100, alex.as)).body).toMatchObject({
    ...{ code: 'SHIFT_OF_ANOTHER', data: { heldBy: 'Kim' } },
  })
  expect((await hub.count(1_000, {}, alex.as)).body.code).toBe('SHIFT_OF_ANOTHER')
  expect((await hub.move('toSafe', 100, sam.as)).status).toBe(201)
  const { id } = await hub.shift()
  await hub.face.ask('POST', `/shifts/${id}/take-over`, { note: 'Lunch' }, alex.as)
  expect(await hub.shift()).toMatchObject({ openedBy: 'Kim', heldBy: 'Alex' })
  expect((await hub.count(999, {}, alex.as)).status).toBe(201)
  expect((await hub.close({}, alex.as)).body.content).toMatchObject({
    ...{ openedBy: 'Kim', closedBy: 'Alex', varianceMinor: 0 },
  })
})

describe('above a limit a supervisor agrees', () => {
  beforeEach(async () => {
    await hub.face.ask('PATCH', '/till-terms', {
      ...{ refundLimitMinor: 20_000, refundsPerShiftLimitMinor: 25_000 },
      ...{ voidLimitMinor: 15_000, varianceLimitMinor: 500 },
    })
    await hub.openShift(1_000, {}, kim.as)
  })

  test('to a refund, which says who agreed, as does the Z', async () => {
    const { body: cash } = await hub.cash(40_000, {}, kim.as)
    const refused = await hub.giveBack(cash, 20_100, {}, kim.as)
    expect(refused.body).toMatchObject({
      code: 'APPROVAL_NEEDED',
      data: { limit: 'refund', sumMinor: 20_100, limitMinor: 20_000, currency: 'SEK' },
    })
    const approvalId = await approval(hub, sam, kim, actOf(refused.body))
    expect((await hub.giveBack(cash, 20_200, { approvalId }, kim.as)).body.code).toBe(
      'APPROVAL_NEEDED',
    )
    const { body: given } = await hub.giveBack(cash, 20_100, { approvalId }, kim.as)
    expect(given).toMatchObject({ givenBy: 'Kim', approvedBy: 'Sam' })
    await hub.count(1_199, {}, kim.as)
    const { body: report } = await hub.close({}, kim.as)
    expect(report.content.approvals).toMatchObject([
      { what: 'refund', amountMinor: 20_100, by: 'Kim', approvedBy: 'Sam' },
    ])
  })

  test('to small refunds that are many in a shift', async () => {
    const { body: cash } = await hub.cash(40_000, {}, kim.as)
    const { body: other } = await hub.cash(40_000, {}, kim.as)
    expect((await hub.giveBack(cash, 20_000, {}, kim.as)).status).toBe(201)
    // A clock that is set back makes nobody forget.
    hub.later(-HOUR)
    expect((await hub.giveBack(other, 5_000, {}, kim.as)).status).toBe(201)
    expect((await hub.giveBack(other, 100, {}, kim.as)).body).toMatchObject({
      ...{ code: 'APPROVAL_NEEDED', data: { limit: 'shiftRefunds', sumMinor: 25_100 } },
    })
    expect((await hub.giveBack(other, 100, {}, sam.as)).status).toBe(201)
  })

  test('to what was given back while no shift was open, with what is given back after it', async () => {
    const cards: { id: string }[] = []
    for (const each of [1, 2]) {
      const { id: billId } = await hub.bill({ dueMinor: 20_000 * each, inclMinor: 20_000 * each })
      const { body: link } = await hub.open({ billId, means: 'checkout' }, kim.as)
      await hub.settle()
      await hub.payer.payOnPage(link)
      cards.push(link)
    }
    const [one = { id: '' }, other = { id: '' }] = cards
    await hub.count(1_000, {}, kim.as)
    await hub.close({}, kim.as)
    expect((await hub.giveBack(one, 20_000, {}, kim.as)).status).toBe(201)
    await hub.settle()
    expect((await hub.giveBack(other, 5_100, {}, kim.as)).body).toMatchObject({
      ...{ code: 'APPROVAL_NEEDED', data: { limit: 'shiftRefunds', sumMinor: 25_100 } },
    })
    await hub.openShift(1_000, {}, kim.as)
    expect((await hub.giveBack(other, 5_100, {}, kim.as)).body.code).toBe('APPROVAL_NEEDED')
    expect((await hub.giveBack(other, 5_000, {}, kim.as)).status).toBe(201)
  })

  test('to parts of one bill that together come to more', async () => {
    const { body: cash } = await hub.cash(40_000, {}, kim.as)
    expect((await hub.giveBack(cash, 15_000, {}, kim.as)).status).toBe(201)
    expect((await hub.giveBack(cash, 5_100, {}, kim.as)).body).toMatchObject({
      ...{ code: 'APPROVAL_NEEDED', data: { limit: 'refund', sumMinor: 20_100 } },
    })
    const bill = await hub.bill({ dueMinor: 40_000, inclMinor: 40_000 })
    const part = (amountMinor: number) =>
      hub.face.ask<{ code: string; data: unknown }>(
        'POST',
        '/payments/manual',
        { billId: bill.id, means: 'voucher', note: 'A friend', amountMinor },
        kim.as,
      )
    expect((await part(15_000)).status).toBe(201)
    expect((await part(100)).body).toMatchObject({
      ...{ code: 'APPROVAL_NEEDED', data: { limit: 'void', sumMinor: 15_100 } },
    })
  })

  test('to what is given away, and the bill is as it was until then', async () => {
    const bill = await hub.bill({ dueMinor: 20_000, inclMinor: 20_000 })
    const voucher = { billId: bill.id, means: 'voucher', note: 'Charger broke' }
    const give = (body: object) =>
      hub.face.ask<{ code: string; data: unknown }>('POST', '/payments/manual', body, kim.as)
    const refused = await give({ ...voucher, tillId: hub.till.id })
    expect(refused.body).toMatchObject({ code: 'APPROVAL_NEEDED', data: { limit: 'void' } })
    expect(await hub.balance('comp')).toBe(0)
    const approvalId = await approval(hub, sam, kim, actOf(refused.body))
    const given = await give({ ...voucher, tillId: hub.till.id, approvalId })
    expect(given.body).toMatchObject({ approvedBy: 'Sam', means: 'voucher' })
    await hub.count(1_000, {}, kim.as)
    const { body: report } = await hub.close({}, kim.as)
    expect(report.content.voids).toEqual([{ currency: 'SEK', count: 1, amountMinor: 20_000 }])
    expect(report.content.approvals).toMatchObject([{ what: 'void', approvedBy: 'Sam' }])
  })

  test('to a bill that is made free by hand', async () => {
    const bill = await hub.bill({ state: 'running', estimatedMinor: 15_100 })
    const free = { settlement: 'free', note: 'A friend', tillId: hub.till.id }
    const make = (body: object) =>
      hub.face.ask<{ code: string; data: unknown }>('PATCH', `/bills/${bill.id}`, body, kim.as)
    const refused = await make(free)
    expect(refused.body).toMatchObject({
      ...{ code: 'APPROVAL_NEEDED', data: { limit: 'void', sumMinor: 15_100 } },
    })
    expect(await hub.face.store.reads.get('bill', bill.id)).toMatchObject({ settlement: 'pay' })
    const approvalId = await approval(hub, sam, kim, actOf(refused.body))
    expect((await make({ ...free, approvalId })).body).toMatchObject({ settlement: 'free' })
    const { body: journal } = await hub.face.ask<{ rows: JournalEntry[] }>('GET', '/journal')
    const line = journal.rows.find(({ act }) => act === 'bill.approve')
    expect(line).toMatchObject({ actor: 'Kim', after: { approvedBy: 'Sam', kind: 'free' } })
  })

  test('to a drawer that is off by much', async () => {
    await hub.count(990, {}, kim.as)
    const refused = await hub.close({ varianceReason: 'No idea' }, kim.as)
    expect(refused.body).toMatchObject({
      ...{ code: 'APPROVAL_NEEDED', data: { limit: 'variance', sumMinor: 1_000 } },
    })
    const approvalId = await approval(hub, sam, kim, actOf(refused.body))
    const { body: report } = await hub.close({ varianceReason: 'No idea', approvalId }, kim.as)
    expect(report.content.approvals).toMatchObject([{ what: 'variance', approvedBy: 'Sam' }])
    expect(await hub.shift()).toMatchObject({ state: 'closed', varianceApprovedBy: 'Sam' })
  })
})
