import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { correctionLine } from '../../../shared/domain/bill/bill-of.ts'
import type { VerifyEvent } from '../../../shared/domain/ledger/verdict.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'
import { makeFinal } from '../bill/make-final.ts'
import { verifyChecks } from '../ledger/verify-checks.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { type PayingHub, payingHub } from './test-bench/paying-hub.ts'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

/** A stay of 106.00 SEK with 6 % and 100.00 SEK with 25 % tax that is over, posted, and paid by the means. */
async function paidStay(
  means: 'cash' | 'checkout',
): Promise<{ billId: string; paymentId: string }> {
  const { id: billId } = await hub.bill({
    state: 'running',
    revision: 0,
    finalAt: null,
    dueMinor: 0,
  })
  await hub.face.store.work('hub', (tx) => {
    const bill = tx.get('bill', billId)
    if (bill === undefined) return
    const corrections = [correctionLine(10_600, 6), correctionLine(10_000, 25)]
    const basis = { tariff: null, settlement: 'pay', timeZone: 'UTC', corrections } as const
    makeFinal(
      tx,
      bill,
      { ...basis, periods: [], energyWh: 0 },
      { reason: 'ended' },
      () => undefined,
    )
  })
  if (means === 'cash') {
    const taken = await hub.post<{ id: string }>('/payments/manual', { billId, means })
    return { billId, paymentId: taken.body.id }
  }
  const opened = await hub.open({ billId, means })
  await hub.settle()
  const { payment } = await hub.detail(opened.body.id)
  hub.double.controls.payOnPage(payment.stripeCheckoutSessionId ?? '', '4242424242424242')
  await hub.settle()
  return { billId, paymentId: payment.id }
}

const give = (paymentId: string, amountMinor: number, more: object = {}) =>
  hub.post<Refund>(`/payments/${paymentId}/refunds`, {
    ...{ amountMinor, reason: 'requested_by_customer', note: 'Cable was loose', ...more },
  })

async function billNow(billId: string): Promise<Bill | undefined> {
  return hub.face.store.reads.get('bill', billId)
}

async function expectWhole(): Promise<void> {
  let last: VerifyEvent | null = null
  for await (const event of verifyLedger(hub.face.store.reads, { checks: verifyChecks }))
    last = event
  expect(last).toMatchObject({ verdict: { intact: true, findings: [] } })
}

test('what is given back is taken off the bill in the proportion of its rates, and due to nobody', async () => {
  const { billId, paymentId } = await paidStay('cash')
  const given = await give(paymentId, 10_300)
  expect(given.body.takenOff).toEqual([
    { ratePct: 6, exclMinor: 5_000, vatMinor: 300 },
    { ratePct: 25, exclMinor: 4_000, vatMinor: 1_000 },
  ])
  expect(await billNow(billId)).toMatchObject({
    ...{ inclMinor: 10_300, paidMinor: 10_300, dueMinor: 0, revision: 2 },
    vat: [
      { ratePct: 6, exclMinor: 5_000, vatMinor: 300 },
      { ratePct: 25, exclMinor: 4_000, vatMinor: 1_000 },
    ],
  })
  await expectWhole()
})

test('what is to be due again leaves the bill as it was', async () => {
  const { billId, paymentId } = await paidStay('cash')
  await give(paymentId, 2_000, { isDueAgain: true })
  expect(await billNow(billId)).toMatchObject({ inclMinor: 20_600, dueMinor: 2_000, revision: 1 })
  await expectWhole()
})

test('all that was paid, given back bit by bit, leaves a bill of nothing', async () => {
  const { billId, paymentId } = await paidStay('cash')
  for (const minor of [1, 333, 7_777, 12_489]) await give(paymentId, minor)
  const nothing = { exclMinor: 0, vatMinor: 0 }
  expect(await billNow(billId)).toMatchObject({
    ...{ inclMinor: 0, exclMinor: 0, dueMinor: 0, paidMinor: 0 },
    vat: [nothing, nothing],
  })
  await expectWhole()
})

test('a refund that Stripe gives moves once: the smaller bill sets off no other', async () => {
  const { billId, paymentId } = await paidStay('checkout')
  await give(paymentId, 600)
  await hub.settle()
  const { refunds, payment } = await hub.detail(paymentId)
  expect(refunds.map(({ state, amountMinor }) => [state, amountMinor])).toEqual([
    ['succeeded', 600],
  ])
  expect(payment.refundedMinor).toBe(600)
  expect(await billNow(billId)).toMatchObject({ inclMinor: 20_000, dueMinor: 0 })
  await expectWhole()
})

test('a refund that fails later puts back on the bill what it took off, and asks nobody', async () => {
  const { billId, paymentId } = await paidStay('checkout')
  await give(paymentId, 10_300)
  const { payment } = await hub.detail(paymentId)
  hub.double.controls.openDispute(payment.stripeChargeId ?? '')
  await hub.settle()
  const { refunds } = await hub.detail(paymentId)
  expect(refunds).toMatchObject([{ state: 'failed', takenOff: [] }])
  expect(await billNow(billId)).toMatchObject({
    ...{ inclMinor: 20_600, paidMinor: 20_600, dueMinor: 0, revision: 3 },
    vat: [
      { ratePct: 6, exclMinor: 10_000, vatMinor: 600 },
      { ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 },
    ],
  })
  await expectWhole()
})
