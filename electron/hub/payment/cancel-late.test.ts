import { expect, test } from 'vitest'
import { payingHub } from './test-bench/paying-hub.ts'

test('a hold that came before its page could be called off is let go when the stay costs nothing', async () => {
  const hub = await payingHub()
  const { steps } = hub.face.money.payments
  try {
    const bill = await hub.bill({ state: 'running', inclMinor: 0, dueMinor: 0 })
    const { body } = await hub.open({ billId: bill.id, means: 'checkout', capture: 'manual' })
    await steps.send()
    const page = (await hub.detail(body.id)).payment.stripeCheckoutSessionId ?? ''
    await hub.post(`/payments/${body.id}/cancel`)
    hub.double.controls.payOnPage(page, '4242424242424242')
    await steps.poll()
    expect((await hub.detail(body.id)).payment.state).toBe('held')
    await hub.end(bill.id, { inclMinor: 0 })
    await hub.settle()
    expect((await hub.detail(body.id)).payment.state).toBe('cancelled')
  } finally {
    await hub.close()
  }
})
