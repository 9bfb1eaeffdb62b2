import { stripeKeyMode } from '../../../../shared/domain/payment/stripe-key.ts'
import type { ProbeKey } from '../stripe-key.ts'
import { stripeClient } from './client.ts'
import { probeRights } from './rights-probe.ts'

/**
 * Asks Stripe what a key is good for that somebody wants to set.
 * @param standIn where something stands in for Stripe's test mode; null for Stripe itself
 */
export function probeStripeKey(standIn: string | null): ProbeKey {
  return async (key) => {
    const isLive = stripeKeyMode(key) === 'live'
    return probeRights(await stripeClient({ key, url: isLive ? null : standIn }), isLive)
  }
}
