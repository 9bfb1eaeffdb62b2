import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PayingHub, payingHub } from './test-bench/paying-hub.ts'

let hub: PayingHub
beforeEach(async () => {
  hub = await payingHub()
})
afterEach(() => hub.close())

test.each([
  [{ means: 'checkout' }, { dueMinor: 299 }, 'BELOW_MINIMUM', 'Take it in cash, or waive it'],
  [{ means: 'swish' }, { currency: 'EUR' }, 'SWISH_ONLY_SEK', 'Swedish kronor only'],
  [{ means: 'swish', capture: 'manual' }, {}, 'SWISH_TAKES_AT_ONCE', 'can’t hold money'],
  [{ means: 'checkout' }, { dueMinor: 0 }, 'BILL_SETTLED', 'Nothing is due'],
  [{ means: 'checkout', amountMinor: 10_001 }, {}, 'ABOVE_DUE', 'more than what is due'],
  [{ means: 'reader', readerId: 'tmr_none' }, {}, 'NO_SUCH_READER', 'no such card reader'],
])(
  'opening %o of a bill with %o is refused with %s, and nothing is begun',
  async (wish, told, code, says) => {
    const bill = await hub.bill(told)
    const { status, body } = await hub.open({ billId: bill.id, ...wish })
    expect([status, body.code]).toEqual([409, code])
    expect(body.message).toContain(says)
    expect(await hub.face.store.reads.find('payment', {})).toEqual([])
    expect(await hub.face.store.reads.find('stripeCall', {})).toEqual([])
  },
)

test('without a key Stripe is not asked for, and with one that is locked it waits for its passphrase', async () => {
  const bill = await hub.bill()
  hub.keys.hold({ state: 'none' })
  const without = await hub.open({ billId: bill.id, means: 'checkout' })
  expect(without.body).toMatchObject({ code: 'STRIPE_NOT_SET_UP' })
  hub.keys.hold({ state: 'locked' })
  const locked = await hub.open({ billId: bill.id, means: 'checkout' })
  expect(locked.body).toMatchObject({ code: 'STRIPE_LOCKED' })
  expect(await hub.face.store.reads.find('payment', {})).toEqual([])
})
