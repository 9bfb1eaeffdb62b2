import {
  judgeStripeKey,
  type StripeKeyHeld,
  type StripeKeyJudged,
} from '../../../shared/domain/payment/stripe-key.ts'
import { passphraseFlaw } from '../../../shared/passphrase.ts'
import type {
  StripeKeyForgotten,
  StripeKeyOffered,
  StripeKeyStatus,
  StripeKeyUnlocked,
} from '../../../shared/stripe-key-bridge.ts'
import { inTurn } from './in-turn.ts'
import type { Found, KeyVault, Seal } from './key-vault.ts'

export interface StripeKeyTerms {
  readonly vault: KeyVault
  /** The key that the environment's file holds; it is then the only one, and the vault is left alone. */
  readonly fromFile: string | null
  /** Whether the site is a practice site, which takes no live key. */
  readonly practice: boolean
  /** Has the hub ask Stripe about a key. @throws when there is no hub, or no answer */
  readonly judge: (key: string) => Promise<StripeKeyJudged>
  /** Tells the hub that runs now how it stands with the key. */
  readonly tellHub: (held: StripeKeyHeld) => void
  /** The windows are to be told. */
  readonly onChange: () => void
  /** For the one who looks after the computer; never holds a key. */
  readonly complain: (sentence: string) => void
}

export interface StripeKeyDesk {
  /** How the hub is to stand with the key; each hub that starts is told. */
  held(): StripeKeyHeld
  /** Whether somebody has to type the passphrase. */
  isLocked(): Promise<boolean>
  /** Looks again where the keyring did not answer. */
  status(): Promise<StripeKeyStatus>
  /** Resolves only once the key is sealed and on disk, or refused. */
  offer(key: string, passphrase: string | null): Promise<StripeKeyOffered>
  unlock(passphrase: string): Promise<StripeKeyUnlocked>
  forget(): Promise<StripeKeyForgotten>
}

/**
 * Minds the Stripe key while the program runs: a key goes from a window to the hub, which asks Stripe, then to the
 * vault, and only then is it used. Whatever is asked waits for what was asked before.
 */
export function stripeKeyDesk(terms: StripeKeyTerms): StripeKeyDesk {
  const { vault, fromFile, practice, judge, tellHub, onChange, complain } = terms
  const turn = inTurn()
  let found: Known = fromFile === null ? { found: 'nothing' } : secretOf(fromFile, 'file')

  const become = (next: Known): void => {
    const before = found
    found = next
    if (sameFound(before, next)) return
    tellHub(heldOf(next))
    onChange()
  }
  const look = async (): Promise<void> => {
    try {
      become(await vault.look())
    } catch (error) {
      complain(`the Stripe key can't be read: ${String(error)}`)
      become({ found: 'unreadable', why: 'damaged', label: '' })
    }
    if (found.found === 'unreadable')
      complain(
        found.why === 'keyring'
          ? 'the system’s keyring does not give the Stripe key back; it stays as it is'
          : 'the file of the Stripe key is damaged; it stays as it is',
      )
  }
  if (fromFile === null) void turn(look)

  return {
    held: () => heldOf(found),
    isLocked: () => turn(async () => found.found === 'locked'),
    status: () =>
      turn(async () => {
        if (found.found === 'unreadable') await look()
        return statusOf(found, await storageOf(found, vault))
      }),
    offer: (text, passphrase) =>
      turn(async () => {
        if (fromFile !== null) return { accepted: false, code: 'inFile' }
        const key = text.trim()
        const shape = judgeStripeKey(key, { practice })
        if (!shape.fits) return { accepted: false, code: shape.code }
        const flaw = (await vault.seal()) === 'passphrase' ? passphraseFlaw(passphrase) : null
        if (flaw !== null) return { accepted: false, code: flaw }
        const judged = await judge(key).catch(() => null)
        if (judged === null) return { accepted: false, code: 'hubAway' }
        if (!judged.accepted) return judged
        try {
          const seal = await vault.keep(key, labelOf(shape), passphrase)
          become(secretOf(key, seal))
        } catch (error) {
          complain(`the Stripe key can't be kept: ${String(error)}`)
          return { accepted: false, code: 'notKept' }
        }
        return { accepted: true, accountName: judged.accountName }
      }),
    unlock: (passphrase) =>
      turn(async () => {
        if (found.found === 'secret') return { unlocked: true }
        const opened = await vault.unlock(passphrase).catch((error: unknown) => {
          complain(`the Stripe key can't be read: ${String(error)}`)
          return { code: 'notLocked' } as const
        })
        if ('code' in opened) return { unlocked: false, code: opened.code }
        become(secretOf(opened.secret, 'passphrase'))
        return { unlocked: true }
      }),
    forget: () =>
      turn(async () => {
        if (fromFile !== null) return { forgotten: false, code: 'inFile' }
        try {
          await vault.forget()
        } catch (error) {
          complain(`the Stripe key can't be taken away: ${String(error)}`)
          return { forgotten: false, code: 'notForgotten' }
        }
        become({ found: 'nothing' })
        return { forgotten: true }
      }),
  }
}

/** What is in the vault, or in the environment's file in its place. */
type Known =
  | Exclude<Found, { found: 'secret' }>
  | { readonly found: 'secret'; readonly secret: string; readonly seal: Seal | 'file' }

function secretOf(secret: string, seal: Seal | 'file'): Known {
  return { found: 'secret', secret, seal }
}

/** What a vault may show of a key without opening it. */
function labelOf({ mode, lastFour }: { mode: string; lastFour: string }): string {
  return `rk_${mode}_…${lastFour}`
}

function heldOf(found: Known): StripeKeyHeld {
  switch (found.found) {
    case 'nothing':
      return { state: 'none' }
    case 'secret':
      return { state: 'held', key: found.secret }
    default:
      return { state: 'locked' }
  }
}

async function storageOf(found: Known, vault: KeyVault): Promise<StripeKeyStatus['storage']> {
  if (found.found === 'secret') return found.seal
  return found.found === 'locked' ? 'passphrase' : vault.seal()
}

function statusOf(found: Known, storage: StripeKeyStatus['storage']): StripeKeyStatus {
  switch (found.found) {
    case 'nothing':
      return { state: 'none', mode: null, lastFour: null, storage, why: null }
    case 'secret':
      return { state: 'kept', ...shownOf(found.secret), storage, why: null }
    case 'locked':
      return { state: 'locked', ...shownOf(found.label), storage, why: null }
    case 'unreadable':
      return { state: 'unavailable', ...shownOf(found.label), storage, why: found.why }
  }
}

function shownOf(text: string): Pick<StripeKeyStatus, 'mode' | 'lastFour'> {
  const mode = /^rk_(?<mode>live|test)_/.exec(text)?.groups?.['mode']
  if (mode !== 'live' && mode !== 'test') return { mode: null, lastFour: null }
  return { mode, lastFour: text.slice(-4) }
}

function sameFound(a: Known, b: Known): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
