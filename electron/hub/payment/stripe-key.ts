import {
  type StripeKeyHeld,
  type StripeKeyJudged,
  stripeKeyMode,
  type StripeKeyRefusal,
} from '../../../shared/domain/payment/stripe-key.ts'
import { withoutStripeKeys } from '../../../shared/domain/payment/without-keys.ts'

/** Asks Stripe what a key is good for; the key is not in use yet. A refusal is an answer, a throw is a bug. */
export type ProbeKey = (key: string) => Promise<StripeKeyJudged>

/** The site's Stripe key as the hub has it: in memory alone, never in a row, a log or an answer. */
export interface StripeKeyPort {
  /** The key, or null where there is none or it can't be read yet. */
  current(): string | null
  /** `locked`: there is one, which waits for its passphrase. */
  state(): StripeKeyHeld['state']
  /** Has Stripe asked about a key. Changes nothing: who offered it keeps it first, then says `hold`. Never throws. */
  judge(key: string): Promise<StripeKeyJudged>
  /** How it stands from now on. */
  hold(held: StripeKeyHeld): void
  /** Told after each change, of the key or the state. Returns what removes the listener. */
  onChange(listener: () => void): () => void
}

/** A hub's hold on the Stripe key; it begins with none. */
export function holdStripeKey(probe: ProbeKey): StripeKeyPort {
  const listeners = new Set<() => void>()
  let held: StripeKeyHeld = { state: 'none' }
  const current = (): string | null => (held.state === 'held' ? held.key : null)
  return {
    current,
    state: () => held.state,
    judge: async (key) => {
      try {
        const judged = await probe(key)
        if (!judged.accepted || judged.livemode === (stripeKeyMode(key) === 'live')) return judged
        return refused('wrongMode', 'Stripe says that the key is not of the mode its prefix names.')
      } catch (error) {
        return refused('failed', withoutStripeKeys(String(error)))
      }
    },
    hold: (next) => {
      const same = next.state === held.state && (next.state !== 'held' || next.key === current())
      held = next
      if (same) return
      for (const listener of listeners) listener()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function refused(code: 'wrongMode' | 'failed', message: string): StripeKeyRefusal {
  return { accepted: false, code, message }
}
