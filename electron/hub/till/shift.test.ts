import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ZReport } from '../../../shared/domain/till/z-report.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { VISA } from '../payment/test-bench/payer.ts'
import { coins, tillHub, type TillHub } from './test-bench/till-hub.ts'

let hub: TillHub
beforeEach(async () => {
  hub = await tillHub()
})
afterEach(() => hub.end())

/** Pays a bill of 100.00 SEK on Stripe's page by a link of this till. */
async function byLink(): Promise<string> {
  const { id: billId } = await hub.bill()
  const { body: payment } = await hub.open({ billId, means: 'checkout' })
  await hub.settle()
  await hub.payer.payOnPage(payment, VISA)
  return payment.id
}

test('a shift from float to Z: every act is in it once, and its sums are the ledger’s', async () => {
  await hub.openShift(1_000)
  const { body: cash } = await hub.cash(10_050)
  await hub.cash(25_000)
  await byLink()
  await hub.giveBack(cash, 2_000)
  await hub.move('payIn', 50_000)
  await hub.move('expense', 12_300)
  expect((await hub.x()).body.modes).toEqual(['local', 'test'])
  await hub.later(MINUTE)
  // 1,000 + 101 + 250 - 20 + 500 - 123
  const counted = await hub.count(1_700)
  expect(counted.body).toMatchObject({ expectedMinor: 170_800, varianceMinor: -800 })
  const { body: report } = await hub.close({ varianceReason: 'Eight kronor short' })
  expect(report).toMatchObject({ number: 1, previousHash: '0'.repeat(64) })
  expect(report.content).toMatchObject({
    taken: [
      { means: 'checkout', count: 1, amountMinor: 10_000 },
      { means: 'cash', count: 2, amountMinor: 35_050, roundingMinor: 50 },
    ],
    refunds: [{ means: 'cash', count: 1, amountMinor: -2_000 }],
    net: [{ currency: 'SEK', amountMinor: 43_050 }],
    drawer: {
      ...{ floatMinor: 100_000, takenMinor: 35_100, refundedMinor: -2_000, inMinor: 50_000 },
      ...{ outMinor: -12_300, roundingMinor: 50, expectedMinor: 170_800 },
    },
    ...{ countedMinor: 170_000, varianceMinor: -800, varianceReason: 'Eight kronor short' },
    moves: [
      { kind: 'payIn', amountMinor: 50_000 },
      { kind: 'expense', amountMinor: 12_300 },
    ],
    counts: [{ purpose: 'opening' }, { purpose: 'closing', totalMinor: 170_000 }],
    modes: ['local', 'test'],
  })
  expect(report.content.vat).toEqual([
    { currency: 'SEK', ratePct: 25, exclMinor: 34_440, vatMinor: 8_610 },
  ])
  expect(await hub.balance('means/cash')).toBe(0)
  expect(await hub.balance('variance')).toBe(800)
  expect(await hub.balance('expense/petty')).toBe(12_300)
  expect(await hub.balance('safe')).toBe(20_000)
})

test('each row says in which shift it counts', async () => {
  const { body: shift } = await hub.openShift()
  const { body: cash } = await hub.cash(10_000)
  const { body: refund } = await hub.giveBack(cash, 10_000)
  const paid = (await hub.detail(await byLink())).payment
  for (const row of [cash, refund, paid])
    expect(row).toMatchObject({ tillId: hub.till.id, shiftId: shift.id })
})

test('a cash refund says what coins made of it, on its row and its receipt', async () => {
  await hub.openShift()
  const { body: cash } = await hub.cash(10_000)
  const { body: refund } = await hub.giveBack(cash, 3_045)
  expect(refund.roundingMinor).toBe(-45)
  const made = await hub.post(`/payments/${cash.id}/receipt`, { refundId: refund.id })
  expect(made.body).toMatchObject({ roundingMinor: -45, amountMinor: 3_045 })
  expect((await hub.x()).body.expectedMinor).toBe(100_000 + 10_000 - 3_000)
})

test('a recount is kept, and the last one closes', async () => {
  await hub.openShift()
  await hub.count(990)
  await hub.count(1_000)
  const { body: report } = await hub.close()
  expect(report.content).toMatchObject({
    countedMinor: 100_000,
    counts: [{ totalMinor: 100_000 }, { totalMinor: 99_000 }, { totalMinor: 100_000 }],
  })
})

test('the note that a shift leaves is read before the next begins', async () => {
  await hub.openShift()
  await hub.count(1_000)
  await hub.close({ handOverNote: 'Bay 3 sticks' })
  expect((await hub.openShift()).body).toMatchObject({
    ...{ code: 'NOTE_UNREAD', data: { handOverNote: 'Bay 3 sticks' } },
  })
  const { body: next } = await hub.openShift(500, { hasReadNote: true })
  expect(next).toMatchObject({ number: 2, floatMinor: 50_000, handOverFrom: 'Bay 3 sticks' })
})

test('a link that is paid while no shift is open counts in the next, and is handed over on the Z', async () => {
  await hub.openShift()
  const { id: billId } = await hub.bill()
  const { body: link } = await hub.open({ billId, means: 'checkout' })
  await hub.settle()
  await hub.count(1_000)
  const { body: first } = await hub.close()
  expect(first.content.taken).toEqual([])
  expect(first.content.handedOver).toMatchObject([{ paymentId: link.id, state: 'open' }])
  await hub.payer.payOnPage(link)
  expect((await hub.detail(link.id)).payment).toMatchObject({ state: 'paid', shiftId: null })
  const { body: next } = await hub.openShift()
  expect((await hub.detail(link.id)).payment.shiftId).toBe(next.id)
  await hub.count(1_000)
  const { body: second } = await hub.close()
  expect(second.content.taken).toMatchObject([{ means: 'checkout', amountMinor: 10_000 }])
  expect(second.previousHash).toBe(first.hash)
})

test('the receipts of a shift are told by their first and last number', async () => {
  await hub.openShift()
  for (const amountMinor of [10_000, 20_000, 30_000]) {
    const { body: cash } = await hub.cash(amountMinor)
    await hub.post(`/payments/${cash.id}/receipt`)
  }
  await hub.count(1_600)
  expect((await hub.close()).body.content.receipts).toEqual({ first: 1, last: 3, count: 3 })
})

test('a call that comes twice under one key closes once', async () => {
  await hub.openShift()
  await hub.count(1_000)
  const key = { 'Idempotency-Key': 'close-1' }
  const { body: report } = await hub.close({}, key)
  expect((await hub.close({}, key)).body).toEqual(report)
  const { body: all } = await hub.face.ask<{ rows: ZReport[] }>('GET', '/z-reports')
  expect(all.rows).toEqual([report])
  expect((await hub.close()).body.code).toBe('SHIFT_CLOSED')
  expect((await hub.face.ask('GET', '/z-reports/1')).body).toEqual(report)
  expect((await hub.face.ask('GET', '/z-reports/2')).status).toBe(404)
})

test('shifts are numbered at each till, Z reports over the site', async () => {
  const { body: other } = await hub.post<{ id: string }>('/tills', { name: 'Kassa 2' })
  const numbers: [number, number][] = []
  for (const tillId of [hub.till.id, other.id, hub.till.id]) {
    const { body: shift } = await hub.post<{ id: string; number: number }>(
      `/tills/${tillId}/shifts`,
      { denominations: [] },
    )
    await hub.post(`/shifts/${shift.id}/cash-counts`, { purpose: 'closing', denominations: [] })
    const { body: report } = await hub.post<ZReport>(`/shifts/${shift.id}/close`)
    numbers.push([shift.number, report.number])
  }
  expect(numbers).toEqual([
    [1, 1],
    [1, 2],
    [2, 3],
  ])
  const { body } = await hub.face.ask<{ rows: ZReport[]; next: string }>(
    ...(['GET', `/z-reports?tillId=${hub.till.id}&limit=1`] as const),
  )
  expect([body.rows.map(({ number }) => number), body.next]).toEqual([[3], '3'])
})

test('a float counts each note and coin once', async () => {
  const denominations = [...coins(3), ...coins(4)]
  const refused = await hub.openShift(0, { denominations })
  expect(refused.status).toBe(400)
})
