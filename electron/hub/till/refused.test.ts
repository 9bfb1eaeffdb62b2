import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { payingHub, type Refused } from '../payment/test-bench/paying-hub.ts'
import { tillHub, type TillHub } from './test-bench/till-hub.ts'

let hub: TillHub
beforeEach(async () => {
  hub = await tillHub()
})
afterEach(() => hub.end())

test('a site without tills takes cash as ever', async () => {
  const plain = await payingHub()
  const bill = await plain.bill()
  const { body } = await plain.post<Payment>('/payments/manual', { billId: bill.id, means: 'cash' })
  expect(body).toMatchObject({ state: 'paid', tillId: null, shiftId: null })
  await plain.close()
})

test('where there are tills, cash is taken and given back in an open shift only', async () => {
  expect((await hub.cash(10_000)).body).toMatchObject({
    ...{ code: 'NO_OPEN_SHIFT', data: { tillId: hub.till.id } },
  })
  await hub.openShift()
  expect((await hub.cash(10_000, { tillId: undefined })).body).toMatchObject({
    ...{ code: 'NO_OPEN_SHIFT', data: { tillId: null } },
  })
  const { body: cash } = await hub.cash(10_000)
  await hub.count(1_100)
  await hub.close()
  expect((await hub.giveBack(cash, 10_000)).body.code).toBe('NO_OPEN_SHIFT')
  expect(await hub.balance('customer/walkUp')).toBe(-10_000)
})

test('other means need no shift, and count in the next', async () => {
  const bill = await hub.bill()
  const slip = { billId: bill.id, means: 'externalTerminal', reference: '17', tillId: hub.till.id }
  const { body } = await hub.post<Payment>('/payments/manual', slip)
  expect(body).toMatchObject({ state: 'paid', shiftId: null })
  await hub.openShift()
  expect((await hub.x()).body.taken).toMatchObject([{ means: 'externalTerminal', count: 1 }])
})

test('cash of another currency goes into no drawer of this one', async () => {
  await hub.openShift()
  const bill = await hub.bill({ currency: 'EUR' })
  const euro = { billId: bill.id, means: 'cash', tillId: hub.till.id }
  const { body } = await hub.post<Refused>('/payments/manual', euro)
  expect(body).toMatchObject({ code: 'CASH_OF_ANOTHER_CURRENCY', data: { currency: 'SEK' } })
})

test('one shift is open at a till', async () => {
  const { body: shift } = await hub.openShift()
  expect((await hub.openShift()).body).toMatchObject({
    ...{ code: 'SHIFT_OPEN', data: { shiftId: shift.id } },
  })
})

test('a close is refused while nobody knows what becomes of a payment, and says what to do', async () => {
  await hub.openShift()
  hub.double.faults.offline(true)
  const { id: billId } = await hub.bill()
  const { body: swish } = await hub.open({ billId, means: 'swish' })
  await hub.count(1_000)
  expect((await hub.close()).body).toMatchObject({
    ...{
      code: 'PAYMENTS_UNDER_WAY',
      data: { payments: [{ paymentId: swish.id, hint: 'cancel' }] },
    },
  })
  expect((await hub.shiftDetail()).body.underWay).toMatchObject([{ paymentId: swish.id }])
  await hub.post(`/payments/${swish.id}/cancel`)
  expect((await hub.close()).status).toBe(200)
})

test('what has moved since the count is counted again', async () => {
  await hub.openShift()
  expect((await hub.close()).body.code).toBe('COUNT_NEEDED')
  await hub.count(1_000)
  const stands = async () => (await hub.shiftDetail()).body.countStands
  expect(await stands()).toBe(true)
  const { body: cash } = await hub.cash(10_000)
  expect(await stands()).toBe(false)
  expect((await hub.close()).body.code).toBe('COUNT_NEEDED')
  await hub.count(1_100)
  await hub.giveBack(cash, 1_000)
  expect((await hub.close()).body.code).toBe('COUNT_NEEDED')
  await hub.count(1_090)
  expect((await hub.close()).status).toBe(200)
})

test('a count that is off needs a reason', async () => {
  await hub.openShift()
  await hub.count(999)
  expect((await hub.close()).body).toMatchObject({
    ...{ code: 'VARIANCE_REASON_NEEDED', data: { varianceMinor: -100 } },
  })
})

test('a till is taken out of use once all that was done at it is in a Z', async () => {
  const archive = () => hub.post<Refused>(`/tills/${hub.till.id}/archive`)
  await hub.openShift()
  expect((await archive()).body.code).toBe('SHIFT_OPEN')
  const { id: billId } = await hub.bill()
  const { body: link } = await hub.open({ billId, means: 'checkout' })
  await hub.settle()
  await hub.count(1_000)
  await hub.close()
  expect((await archive()).body.code).toBe('STILL_TO_COUNT')
  await hub.payer.payOnPage(link)
  expect((await archive()).body.code).toBe('STILL_TO_COUNT')
  await hub.openShift()
  await hub.count(1_000)
  await hub.close()
  expect((await archive()).status).toBe(200)
  expect((await hub.openShift()).body.code).toBe('TILL_ARCHIVED')
  // Without a till in use, cash is taken as at a site that never had one.
  expect((await hub.cash(10_000, { tillId: undefined })).status).toBe(201)
  expect((await hub.cash(10_000)).body.code).toBe('NOT_FOUND')
})

test('tills in use differ by name', async () => {
  expect((await hub.post<Refused>('/tills', { name: 'kassa 1' })).body.code).toBe('TILL_NAME_TAKEN')
  const { body } = await hub.post<{ id: string }>('/tills', { name: 'Kassa 2' })
  const renamed = await hub.face.ask<Refused>('PATCH', `/tills/${body.id}`, { name: 'KASSA 1' })
  expect(renamed.body.code).toBe('TILL_NAME_TAKEN')
})

test('a refund by Stripe counts in the shift in which it is given', async () => {
  await hub.openShift()
  const { id: billId } = await hub.bill()
  const { body: link } = await hub.open({ billId, means: 'checkout' })
  await hub.settle()
  await hub.payer.payOnPage(link)
  hub.double.faults.offline(true)
  const { body: refund } = await hub.giveBack(link, 4_000)
  await hub.count(1_000)
  const { body: first } = await hub.close()
  expect(first.content.refunds).toEqual([])
  const { body: next } = await hub.openShift()
  hub.double.faults.offline(false)
  hub.later(HOUR)
  for (let turn = 0; turn < 3; turn += 1) await hub.settle()
  expect((await hub.x()).body.refunds).toMatchObject([{ means: 'checkout', amountMinor: -4_000 }])
  const row = await hub.face.store.reads.get('refund', refund.id)
  expect(row).toMatchObject({ state: 'succeeded', shiftId: next.id })
})
