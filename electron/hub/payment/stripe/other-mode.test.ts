import { expect, test } from 'vitest'
import { aBill } from '../../../../shared/domain/payment/payment-fixture.ts'
import { DAY } from '../../../../shared/time/instant.ts'
import { openPayment } from '../open.ts'
import { holdStripeKey } from '../stripe-key.ts'
import { acceptByShapeAlone } from '../test-bench/accept-by-shape.ts'
import { siteAndStripe } from '../test-bench/site-and-stripe.ts'
import { stripeAccountKeeper } from './account.ts'
import { stripeDoor } from './door.ts'

test('what happened in one mode while the key was of the other is heard once its key is set again', async () => {
  const site = await siteAndStripe(Date.UTC(2026, 10, 26, 12))
  const { store, double } = site
  const { side } = site.money().payments
  const step = (name: 'send' | 'poll' | 'events') =>
    site.step((money) => money.payments.steps[name]())
  try {
    const bill = aBill({ id: '01890000-0000-7000-8000-00000000b001' })
    await store.work('test', (tx) => {
      tx.insert('bill', bill)
      const wish = { means: 'checkout', capture: 'automatic', language: 'sv' } as const
      openPayment(tx, side, { ...wish, billId: bill.id, amountMinor: null, readerId: null })
    })
    await step('send')
    const [open] = await store.reads.find('payment', { billId: bill.id })
    double.controls.payOnPage(open?.stripeCheckoutSessionId ?? '', '4242424242424242')
    site.later(2_000)
    await step('poll')
    await step('events')
    const keys = holdStripeKey(acceptByShapeAlone)
    keys.hold({ state: 'held', key: 'rk_live_other0000000000000000' })
    await stripeAccountKeeper(store, stripeDoor({ keys, demo: false }), site.now).keyChanged()
    const [paid] = await store.reads.find('payment', { billId: bill.id })
    const disputeId = double.controls.openDispute(paid?.stripeChargeId ?? '')
    double.controls.decideDispute(disputeId, 'lost')
    site.later(3 * DAY)
    site.line().killNext('before')
    await site.step((money) =>
      money.payments.stripe
        .registerReader({ registrationCode: 'simulated-wpe', label: '' })
        .then(() => undefined),
    )
    await step('events')
    const [lost] = await store.reads.find('dispute', { id: disputeId })
    expect(lost?.status).toBe('lost')
  } finally {
    await site.close()
  }
})
