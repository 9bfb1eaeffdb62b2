import { expect, test } from 'vitest'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { payingHub } from '../test-bench/paying-hub.ts'

test('a long list of events is not asked for again because the newest of it are young', async () => {
  const hub = await payingHub()
  try {
    const strangerPays = () =>
      hub.atStripe.paymentIntents.create({
        ...{ amount: 5_000, currency: 'sek', allowed_payment_method_types: ['card'] },
        ...{ confirm: true, payment_method: 'pm_card_visa' },
      })
    const cursor = async () =>
      (await hub.face.store.reads.get('stripeAccount', 'stripe'))?.eventCursor
    const hear = async () => {
      await hub.face.money.payments.steps.events()
      return cursor()
    }
    await hub.idle()
    await strangerPays()
    hub.later(3 * MINUTE)
    const first = await hear()
    expect(first).not.toBeNull()
    for (let count = 0; count < 60; count += 1) await strangerPays()
    hub.later(3 * MINUTE)
    for (let count = 0; count < 60; count += 1) await strangerPays()
    expect(await hear()).not.toBe(first)
  } finally {
    await hub.close()
  }
})
