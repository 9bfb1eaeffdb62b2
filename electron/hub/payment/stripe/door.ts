import { stripeKeyMode } from '../../../../shared/domain/payment/stripe-key.ts'
import type { StripeKeyPort } from '../stripe-key.ts'
import type { StripeMode } from '../stripe-side.ts'
import { stripeClient, type StripeConnection } from './client.ts'

/** A stand-in for Stripe that a practice site pays through. */
export interface Practice {
  readonly url: string
  readonly key: string
}

/** The way to Stripe, or to what stands in for it. */
export interface StripeDoor {
  mode(): StripeMode | 'none' | 'locked'
  /** Stripe, with the key that is set now; null without one. */
  connection(): Promise<StripeConnection | null>
  /**
   * Names the stand-in, which may be `known` already; refused at a site that takes real payments, and with a key that
   * isn't a test key.
   */
  practise(practice: Practice): 'practises' | 'known' | 'notPractice' | 'notTestKey'
  /** Told when another key, or another stand-in, is set. Returns what removes the listener. */
  onChange(listener: () => void): () => void
}

export interface DoorOptions {
  readonly keys: StripeKeyPort
  /** Where something stands in for Stripe’s test mode; Stripe itself where it isn’t given. */
  readonly standIn?: string | null
  /** Whether this is a practice site. */
  readonly demo: boolean
  /** Sends requests otherwise than over a socket, for tests. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

export function stripeDoor({ keys, demo, standIn = null, fetch }: DoorOptions): StripeDoor {
  const listeners = new Set<() => void>()
  let practice: Practice | null = null
  let open: { key: string; connection: Promise<StripeConnection> } | null = null
  const used = (): { key: string; mode: StripeMode; url: string | null } | null => {
    if (practice !== null) return { ...practice, mode: 'practice' }
    const key = keys.current()
    if (key === null) return null
    const mode = stripeKeyMode(key)
    if (demo && mode === 'live') return null
    return { key, mode, url: mode === 'live' ? null : standIn }
  }
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  keys.onChange(tell)
  return {
    mode: () => used()?.mode ?? (keys.state() === 'locked' ? 'locked' : 'none'),
    async connection() {
      const now = used()
      if (now === null) return null
      const id = `${now.url ?? ''} ${now.key}`
      if (open?.key !== id) {
        const connection = stripeClient({ ...now, fetch }).then((stripe) => ({
          mode: now.mode,
          stripe,
        }))
        open = { key: id, connection }
      }
      return open.connection
    },
    practise(named) {
      if (!demo) return 'notPractice'
      if (!named.key.startsWith('rk_test_')) return 'notTestKey'
      if (practice?.url === named.url && practice.key === named.key) return 'known'
      practice = named
      tell()
      return 'practises'
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
