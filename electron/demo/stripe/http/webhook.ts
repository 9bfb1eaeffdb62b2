import { createHmac } from 'node:crypto'

/**
 * The `Stripe-Signature` of a webhook (Stripe documentation, "Verify webhook signatures").
 * @param payload the body as it is sent, to the byte
 * @param secret the endpoint's `whsec_…`
 * @param sentAt epoch ms
 */
export function webhookSignature(payload: string, secret: string, sentAt: number): string {
  const timestamp = Math.floor(sentAt / 1000)
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex')
  return `t=${timestamp},v1=${signature}`
}
