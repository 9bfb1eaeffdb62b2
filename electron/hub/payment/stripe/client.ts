import type { Stripe } from 'stripe'
import type { StripeMode } from '../stripe-side.ts'

/** The version of the API that everything here is written against; the SDK's types are of it. */
const API_VERSION = '2026-10-28.endive'

/** How long an answer may take: Stripe's own may, since a bank is asked on the way. */
const TIMEOUT_MS = 30_000

/** Stripe, reached with the key that is set. */
export interface StripeConnection {
  readonly mode: StripeMode
  readonly stripe: Stripe
}

export interface ClientOptions {
  readonly key: string
  /** Where a stand-in for Stripe listens; null for Stripe itself. */
  readonly url: string | null
  /** Sends requests otherwise than over a socket, for tests. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/**
 * The SDK with that key. It is read from disk when it is first needed. It never tries again by itself: what is sent
 * again, and under which key, is the outbox's to decide.
 */
export async function stripeClient({ key, url, fetch }: ClientOptions): Promise<Stripe> {
  const { Stripe: Client } = await import('stripe')
  return new Client(key, {
    apiVersion: API_VERSION,
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
    appInfo: { name: 'Laddplan' },
    ...(fetch ? { httpClient: Client.createFetchHttpClient(fetch) } : {}),
    ...(url === null ? {} : hostOf(url)),
  })
}

function hostOf(url: string): { host: string; port: string; protocol: 'http' } {
  const { hostname, port } = new URL(url)
  return { host: hostname, port, protocol: 'http' }
}
