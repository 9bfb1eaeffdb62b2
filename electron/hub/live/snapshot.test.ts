import { afterEach, beforeEach, expect, test } from 'vitest'
import { aBooking } from '../../../shared/domain/booking/booking-fixture.ts'
import { aPayment, aRefund } from '../../../shared/domain/payment/payment-fixture.ts'
import { DAY, MINUTE } from '../../../shared/time/instant.ts'
import { billedSite, type BilledSite, chargeFully } from '../bill/test-bench/billed-site.ts'
import { watchPlans } from '../store/test-bench/query-plans.ts'
import { snapshot } from './snapshot.ts'

let site: BilledSite
beforeEach(async () => {
  site = await billedSite()
})
afterEach(() => site.close())

const taken = () => snapshot(site.store.reads, site.now, true)

test('of what grows by the day no table is read whole', async () => {
  const plans = watchPlans()
  await taken()
  const whole = plans().filter((line) => /^SCAN (bill|booking|payment|refund)\b/.test(line))
  expect(whole).toEqual([
    // Those alone, which are few; of payments and refunds the first in that order.
    'SCAN bill USING INDEX billEstimated',
    'SCAN bill USING INDEX billRunning',
    'SCAN bill USING INDEX billUnpaid',
    'SCAN payment USING INDEX paymentByTime',
    'SCAN refund USING INDEX refundByTime',
  ])
})

test('a bill is held as long as it is new, unpaid or not final', async () => {
  await chargeFully(site)
  const unpaid = await site.onlyBill()
  expect((await taken()).bill).toEqual([unpaid])
  await site.after((3 * DAY) / MINUTE)
  expect((await taken()).bill).toEqual([unpaid])
  await site.store.work('test', (tx) => tx.update('bill', unpaid.id, { dueMinor: 0 }))
  expect((await taken()).bill).toEqual([])
  await site.start()
  await site.after(0)
  expect((await taken()).bill).toMatchObject([{ state: 'running' }])
  await site.after((3 * DAY) / MINUTE)
  expect((await taken()).bill).toMatchObject([{ state: 'running' }])
})

test('a payment is held as long as it or a refund of it needs a hand, with its bill and its refunds', async () => {
  await chargeFully(site)
  const bill = await site.onlyBill()
  const old = { billId: bill.id, createdAt: site.now, updatedAt: site.now }
  await site.store.work('test', (tx) => {
    tx.update('bill', bill.id, { dueMinor: 0 })
    tx.insert('payment', aPayment({ ...old, id: 'p1', state: 'paid' }))
    tx.insert('refund', aRefund({ ...old, id: 'r1', paymentId: 'p1', state: 'failed' }))
    tx.insert('refund', aRefund({ ...old, id: 'r2', paymentId: 'p1', state: 'succeeded' }))
    for (let n = 0; n < 501; n += 1) {
      const later = { ...old, createdAt: old.createdAt + 1 + n }
      tx.insert('payment', aPayment({ ...later, id: `later${n}`, state: 'paid' }))
      tx.insert(
        'refund',
        aRefund({ ...later, id: `later${n}`, paymentId: `later${n}`, state: 'succeeded' }),
      )
    }
  })
  await site.after((3 * DAY) / MINUTE)
  const held = await taken()
  expect(held.bill.map(({ id }) => id)).toEqual([bill.id])
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  expect(idsOf(held.payment)).toContain('p1')
  expect(idsOf(held.payment)).not.toContain('later0')
  expect(idsOf(held.refund)).toEqual(expect.arrayContaining(['r1', 'r2']))
  expect(idsOf(held.refund)).not.toContain('later0')
})

test('a booking is held as long as its car stands there, however long it is over', async () => {
  const times = { arrivesAt: site.now - 30 * DAY, departsAt: site.now - 29 * DAY }
  const { stationId } = site
  const here = { ...times, state: 'finished', arrivedAt: times.arrivesAt, stationId } as const
  const standing = aBooking({ ...here, id: site.newId(), reservationId: 1 })
  const left = { state: 'left', leftAt: times.departsAt } as const
  const gone = aBooking({ ...here, ...left, id: site.newId(), reservationId: 2 })
  await site.store.work('test', (tx) => {
    tx.insert('booking', standing)
    tx.insert('booking', gone)
  })
  expect((await taken()).booking.map(({ id }) => id)).toEqual([standing.id])
})
