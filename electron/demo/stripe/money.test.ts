import fc from 'fast-check'
import { Stripe } from 'stripe'
import { expect, it } from 'vitest'
import type { StripeDouble } from './double.ts'
import { DAY_MS, newBench } from './test-bench/client.ts'

/** Anything that somebody may do, by what it may be done to. */
const payment = fc.record({
  does: fc.constant('pay' as const),
  amount: fc.integer({ min: 1, max: 20_000 }),
  token: fc.constantFrom(
    'pm_card_visa',
    'pm_card_visa',
    'pm_card_chargeDeclined',
    'pm_card_refundFail',
    'pm_card_pendingRefund',
    'pm_card_createDispute',
  ),
  isHeld: fc.boolean(),
})
const capture = fc.record({
  does: fc.constant('capture' as const),
  which: fc.nat(),
  share: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }),
})
const refund = fc.record({
  does: fc.constant('refund' as const),
  which: fc.nat(),
  share: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null, freq: 3 }),
})
const step = fc.oneof(
  { weight: 3, arbitrary: payment },
  { weight: 3, arbitrary: capture },
  { weight: 6, arbitrary: refund },
  fc.record({ does: fc.constant('cancel' as const), which: fc.nat() }),
  fc.record({ does: fc.constant('dispute' as const), which: fc.nat() }),
  fc.record({ does: fc.constant('win' as const), which: fc.nat() }),
  fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 8 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

it('never gives back more than it took, never takes more than it held, and its books sum up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const { double, stripe } = newBench()
      for (const each of steps) await take(double, stripe, each)
      double.controls.advance(2 * DAY_MS)
      await expectSoundCharges(stripe)
      await expectSoundBooks(stripe)
    }),
    { numRuns: 25 },
  )
}, 30_000)

/** Takes a step; Stripe may refuse it, the double may not break. */
async function take(double: StripeDouble, stripe: Stripe, asked: Step): Promise<void> {
  try {
    await dare(double, stripe, asked)
  } catch (error) {
    if (error instanceof Stripe.errors.StripeConnectionError) throw error
    if (error instanceof Error && error.name === 'TypeError') throw error
  }
}

async function dare(double: StripeDouble, stripe: Stripe, asked: Step): Promise<void> {
  if (asked.does === 'wait') {
    double.controls.advance(asked.days * DAY_MS)
    return
  }
  if (asked.does === 'pay') {
    await stripe.paymentIntents.create({
      amount: asked.amount,
      currency: 'sek',
      allowed_payment_method_types: ['card'],
      capture_method: asked.isHeld ? 'manual' : 'automatic_async',
      confirm: true,
      payment_method: asked.token,
    })
    return
  }
  const { data } = await stripe.paymentIntents.list({ limit: 100 })
  const intent = data[asked.which % Math.max(1, data.length)]
  if (intent === undefined) return
  const charge = String(intent.latest_charge)
  if (asked.does === 'cancel') await stripe.paymentIntents.cancel(intent.id)
  else if (asked.does === 'dispute') double.controls.openDispute(charge)
  else if (asked.does === 'win') {
    const disputes = await stripe.disputes.list({ charge })
    double.controls.decideDispute(disputes.data[0]?.id ?? '', 'won')
  } else if (asked.does === 'capture') {
    const part = partOf(intent, asked.share)
    await stripe.paymentIntents.capture(intent.id, part === null ? {} : { amount_to_capture: part })
  } else {
    const part = partOf(intent, asked.share)
    const amount = part === null ? {} : { amount: part }
    await stripe.refunds.create({ payment_intent: intent.id, ...amount })
  }
}

/** So many hundredths of an intent, or all that is left: more than there is, too. */
function partOf({ amount }: Stripe.PaymentIntent, share: number | null): number | null {
  return share === null ? null : Math.floor((amount * share) / 100)
}

async function expectSoundCharges(stripe: Stripe): Promise<void> {
  const charges = await all(stripe.charges.list({ limit: 100 }))
  const refunds = await all(stripe.refunds.list({ limit: 100 }))
  for (const charge of charges) {
    const own = refunds.filter((each) => each.charge === charge.id && each.status !== 'failed')
    const refundedMinor = own.reduce((sum, { amount }) => sum + amount, 0)
    const movedMinor = own
      .filter(({ balance_transaction: row }) => row !== null)
      .reduce((sum, { amount }) => sum + amount, 0)
    expect(charge.amount_captured).toBeLessThanOrEqual(charge.amount)
    expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount)
    expect(refundedMinor).toBe(charge.amount_refunded)
    expect(movedMinor).toBeLessThanOrEqual(charge.amount_captured)
  }
}

async function expectSoundBooks(stripe: Stripe): Promise<void> {
  const rows = await all(stripe.balanceTransactions.list({ limit: 100 }))
  for (const row of rows) expect(row.net).toBe(row.amount - row.fee)
  const total = rows.reduce((sum, { net }) => sum + net, 0)
  const { available, pending } = await stripe.balance.retrieve()
  expect([...available, ...pending].reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
  for (const payout of await all(stripe.payouts.list({ limit: 100 }))) {
    const own = await all(stripe.balanceTransactions.list({ payout: payout.id, limit: 100 }))
    const moved = own.filter(({ type }) => type !== 'payout')
    expect(moved.reduce((sum, { net }) => sum + net, 0)).toBe(payout.amount)
  }
}

function all<Item extends { id: string }>(list: Stripe.ApiListPromise<Item>): Promise<Item[]> {
  return list.autoPagingToArray({ limit: 1000 })
}
