import { Stripe } from 'stripe'
import { stripeDouble, TEST_KEY } from '../double.ts'
import type { DoubleOptions, StripeDouble } from '../double.ts'

/** A Thursday at noon, UTC. */
export const NOON = Date.parse('2026-11-26T12:00:00Z')
export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** A double whose clock stands still, and the SDK that talks to it in-process, without retries. */
export function newBench(options: DoubleOptions = {}): { double: StripeDouble; stripe: Stripe } {
  const double = stripeDouble({ clock: () => NOON, pages: 'http://double.test', ...options })
  return { double, stripe: client(double) }
}

/** The SDK with a key, talking to a double in-process. */
export function client(
  double: Pick<StripeDouble, 'fetch'>,
  key = TEST_KEY,
  maxNetworkRetries = 0,
): Stripe {
  const httpClient = Stripe.createFetchHttpClient(double.fetch)
  return new Stripe(key, { httpClient, maxNetworkRetries, telemetry: false })
}

/**
 * The error that Stripe turns a request down with.
 * @throws when it doesn't
 */
export async function refusal(
  asked: Promise<unknown>,
): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  try {
    await asked
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error('Stripe took it')
}

const kronor: Pick<Stripe.PaymentIntentCreateParams, 'allowed_payment_method_types' | 'currency'> =
  {
    currency: 'sek',
    allowed_payment_method_types: ['card'],
  }

/** A header of an answer; the SDK's fetch client leaves them as the wire has them. */
export function header({ lastResponse }: Stripe.Response<object>, name: string): string | null {
  return new Headers(lastResponse.headers).get(name)
}

/** Pays an amount (minor units) with a test card at once. */
export function pay(
  stripe: Stripe,
  amount: number,
  token = 'pm_card_visa',
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({ ...kronor, amount, confirm: true, payment_method: token })
}

/** Holds an amount on a test card. */
export function hold(
  stripe: Stripe,
  amount: number,
  token = 'pm_card_visa',
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    ...kronor,
    amount,
    capture_method: 'manual',
    confirm: true,
    payment_method: token,
  })
}

/** The types of all that was told, oldest first. */
export async function toldTypes(stripe: Stripe): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100 })
  return data.map(({ type }) => type).toReversed()
}
