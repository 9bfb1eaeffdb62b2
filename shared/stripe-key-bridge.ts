import type { PassphraseFlaw } from './passphrase.ts'
import type { StripeKeyFlaw, StripeKeyMode, StripeKeyRefusal } from './domain/payment/stripe-key.ts'

/**
 * How it stands with the site's Stripe key, as a window may know it. `locked` it waits for its passphrase;
 * `unavailable` something is kept that can't be read, and `why` says whose fault it is.
 */
export interface StripeKeyStatus {
  readonly state: 'none' | 'kept' | 'locked' | 'unavailable'
  readonly mode: StripeKeyMode | null
  readonly lastFour: string | null
  /** What seals it, or would seal the first one; `file`: a file that the environment names holds it. */
  readonly storage: 'keyring' | 'passphrase' | 'file'
  readonly why: 'keyring' | 'damaged' | null
}

/**
 * What became of an offered key. `hubAway` the hub is not there or did not answer; `notKept` the disk or the keyring
 * refused it; `inFile` the environment names a file that holds it; `refused` the asker is not to be answered.
 */
export type StripeKeyOffered =
  | { readonly accepted: true; readonly accountName: string }
  | StripeKeyRefusal
  | {
      readonly accepted: false
      readonly code: StripeKeyFlaw | PassphraseFlaw | 'hubAway' | 'notKept' | 'inFile' | 'refused'
    }

/** `notLocked`: it is not a passphrase that is missing. */
export type StripeKeyUnlocked =
  | { readonly unlocked: true }
  | { readonly unlocked: false; readonly code: 'wrongPassphrase' | 'notLocked' | 'refused' }

export type StripeKeyForgotten =
  | { readonly forgotten: true }
  | { readonly forgotten: false; readonly code: 'inFile' | 'notForgotten' | 'refused' }

/** The window's side of the key's way. A key goes in; none ever comes out. */
export interface StripeKeyBridge {
  status(): Promise<StripeKeyStatus | null>
  /** Whether somebody has to type the passphrase; asks no keyring. */
  isLocked(): Promise<boolean>
  /** Resolves once Stripe knows the key and it is sealed on disk, or once it is refused. */
  offer(key: string, passphrase: string | null): Promise<StripeKeyOffered>
  unlock(passphrase: string): Promise<StripeKeyUnlocked>
  forget(): Promise<StripeKeyForgotten>
  /** Told when the status has changed, from this window or another. Returns what removes the listener. */
  onChange(listener: () => void): () => void
}
