import type { Instant } from '../../../../shared/time/instant.ts'
import { stripeEvent, type StripeEvent } from '../../../../shared/domain/payment/stripe-object.ts'
import type { StripeConnection } from './client.ts'

/**
 * What became of something that was sent to the webhook: `taken` it is on disk, now or before; `refused` it isn't
 * Stripe's, or nothing for this site; `notNow` Stripe is to send it again.
 */
export type WebhookAnswer = 'taken' | 'refused' | 'notNow'

/**
 * Takes an event that was sent to the webhook.
 * @param body to the byte as it came
 * @param signature the header `Stripe-Signature`
 */
export type TakeWebhook = (body: Buffer, signature: string) => Promise<WebhookAnswer>

export interface WebhookParts {
  /** The endpoint's `whsec_…`. */
  readonly secret: string
  readonly clock: () => Instant
  readonly connection: () => Promise<StripeConnection | null>
  /** Takes an event in, on disk before it resolves; false where Stripe can't be asked about it now. */
  readonly take: (connection: StripeConnection, event: StripeEvent) => Promise<boolean>
}

/** How old a signature may be (Stripe documentation, "Preventing replay attacks"), seconds. */
const TOLERANCE_S = 300

/** The webhook: whoever knows its address may send to it, so nothing counts that Stripe has not signed just now. */
export function webhookTaker({ secret, clock, connection, take }: WebhookParts): TakeWebhook {
  return async (body, signature) => {
    const event = await signedEvent(body, signature, secret, clock())
    if (event === null) return 'refused'
    const there = await connection()
    if (there === null) return 'notNow'
    if (event.livemode !== (there.mode === 'live')) return 'refused'
    return (await take(there, event)) ? 'taken' : 'notNow'
  }
}

/** The event, or null where the signature doesn't fit or it can't be read. What it was is told nobody, logs included. */
async function signedEvent(
  body: Buffer,
  signature: string,
  secret: string,
  now: Instant,
): Promise<StripeEvent | null> {
  const { Stripe: Client } = await import('stripe')
  try {
    const told = Client.webhooks.constructEvent(
      ...([body, signature, secret, TOLERANCE_S, undefined, now] as const),
    )
    return stripeEvent.safeParse(told).data ?? null
  } catch {
    return null
  }
}
