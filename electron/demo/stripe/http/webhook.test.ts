import { expect, it } from 'vitest'
import { newBench, NOON, pay } from '../test-bench/client.ts'
import { webhookSignature } from './webhook.ts'

it('a webhook is signed so that the SDK believes it, and nobody else’s', async () => {
  const { stripe } = newBench()
  await pay(stripe, 5000)
  const [event] = (await stripe.events.list({ limit: 1 })).data
  const payload = JSON.stringify(event)
  const signature = webhookSignature(payload, 'whsec_1', NOON)
  const at = (secret: string, receivedAt: number) =>
    stripe.webhooks.constructEvent(payload, signature, secret, 300, undefined, receivedAt)
  expect(at('whsec_1', NOON + 300_000).id).toBe(event?.id)
  expect(() => at('whsec_2', NOON)).toThrow('signature')
  expect(() => at('whsec_1', NOON + 301_000)).toThrow('tolerance')
})
