import { expect, test } from 'vitest'
import { payingHub } from './test-bench/paying-hub.ts'

test('a link for what a refund left due is called off when the refund isn’t given after all', async () => {
  const hub = await payingHub()
  try {
    const bill = await hub.bill()
    const first = await hub.open({ billId: bill.id, means: 'checkout' })
    await hub.settle()
    const page = (await hub.detail(first.body.id)).payment.stripeCheckoutSessionId ?? ''
    hub.double.controls.payOnPage(page, '4242424242424242')
    await hub.settle()
    const { payment } = await hub.detail(first.body.id)
    await hub.post(`/payments/${payment.id}/refunds`, {
      amountMinor: 1_000,
      reason: 'duplicate',
      note: 'x',
      isDueAgain: true,
    })
    const second = await hub.open({ billId: bill.id, means: 'checkout' })
    expect(second.body.amountMinor).toBe(1_000)
    hub.double.controls.openDispute(payment.stripeChargeId ?? '')
    await hub.settle()
    const link = (await hub.detail(second.body.id)).payment
    expect((await hub.detail(payment.id)).refunds.map(({ state }) => state)).toEqual(['failed'])
    expect([link.state, link.payUrl]).toEqual(['cancelled', null])
  } finally {
    await hub.close()
  }
})
