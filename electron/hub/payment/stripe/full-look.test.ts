import { expect, test } from 'vitest'
import { DAY } from '../../../../shared/time/instant.ts'
import { payingHub } from '../test-bench/paying-hub.ts'

test('after a winter away the payouts of that winter are entered too', async () => {
  const hub = await payingHub()
  try {
    const bill = await hub.bill()
    const { body } = await hub.open({ billId: bill.id, means: 'checkout' })
    await hub.settle()
    const { payment } = await hub.detail(body.id)
    hub.double.controls.payOnPage(payment.stripeCheckoutSessionId ?? '', '4242424242424242')
    await hub.settle()
    hub.later(90 * DAY)
    await hub.settle()
    expect(await hub.balance('means/stripe')).toBe(0)
    expect(await hub.balance('bank')).toBe(10_000 - 330)
  } finally {
    await hub.close()
  }
})
