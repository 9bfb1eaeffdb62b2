import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalsOf, type VisitingHub, visitingHub } from './test-bench/visiting-hub.ts'

let bench: VisitingHub
let token: string
beforeEach(async () => {
  bench = await visitingHub()
  ;({ token } = await bench.book())
  await bench.pay(token)
})
afterEach(() => bench.close())

/** The stay is over, and came to so much more than was paid ahead. */
async function cameTo(dueMinor: number): Promise<void> {
  await bench.hub.face.store.work('test', (tx) => {
    const [visit] = tx.find('visit', {})
    const [bill] = tx.find('bill', { bookingId: visit?.bookingId ?? '' })
    if (visit === undefined || bill === undefined) throw new Error('Nothing was booked.')
    tx.update('bill', bill.id, { state: 'final', inclMinor: 3_200 + dueMinor, dueMinor })
    tx.update('visit', visit.id, { state: 'over', endReason: 'done' })
  })
}

test('what a stay came to beside what was paid ahead is asked for when it is over', async () => {
  await cameTo(640)
  const { may, money } = await bench.phone(token).visit()
  expect({ may, money }).toMatchObject({ may: ['pay'], money: { dueMinor: 640, isTrifle: false } })
  const { payment } = await bench.phone(token).pay()
  expect(payment).toMatchObject({ state: 'requested', amountMinor: 640 })
})

test('what is less than a card can be charged isn’t asked for, and can’t be paid', async () => {
  await cameTo(6)
  const { may, money } = await bench.phone(token).visit()
  expect({ may, money }).toMatchObject({ may: [], money: { dueMinor: 6, isTrifle: true } })
  expect(await refusalsOf(bench.phone(token).pay())).toEqual([{ code: 'notNow' }])
})
