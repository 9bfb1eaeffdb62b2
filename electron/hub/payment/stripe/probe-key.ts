import type { ProbeKey } from '../stripe-key.ts'
import { stripeClient } from './client.ts'
import { probeRights } from './rights-probe.ts'

/** Asks Stripe what a key is good for that somebody wants to set. */
export const probeStripeKey: ProbeKey = async (key) =>
  probeRights(await stripeClient({ key, url: null }), key.includes('_live_'))
