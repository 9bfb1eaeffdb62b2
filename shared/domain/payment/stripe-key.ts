/** The half of Stripe that a key opens: `test` moves no money, `live` does. */
export type StripeKeyMode = 'test' | 'live'

/**
 * Why a text can't be the site's key. `secretKey` opens the whole account, where a restricted key opens only what it
 * was made for; `publishableKey` and `webhookSecret` are for other things; `liveInPractice` would take real money at a
 * practice site.
 */
export type StripeKeyFlaw =
  | 'empty'
  | 'lineBreak'
  | 'blank'
  | 'secretKey'
  | 'publishableKey'
  | 'webhookSecret'
  | 'notStripe'
  | 'odd'
  | 'tooShort'
  | 'tooLong'
  | 'liveInPractice'

/** A text that may be the key, with all of it that may be shown; or why it may not. */
export type StripeKeyShape =
  | { readonly fits: true; readonly mode: StripeKeyMode; readonly lastFour: string }
  | { readonly fits: false; readonly code: StripeKeyFlaw }

/** What follows the prefix, in characters; Stripe's are 24 to about 100 long and may grow. */
const SHORTEST = 10
const LONGEST = 247

/**
 * Judges a key by its shape alone, before anybody is asked (Stripe documentation, "API keys"). Blanks at its ends are
 * blanks too: who takes a key in trims it.
 * @param practice whether the site is a practice site, which takes no live key
 */
export function judgeStripeKey(
  text: string,
  { practice }: { readonly practice: boolean },
): StripeKeyShape {
  const flaw = flawOf(text)
  if (flaw !== null) return { fits: false, code: flaw }
  const mode = stripeKeyMode(text)
  if (practice && mode === 'live') return { fits: false, code: 'liveInPractice' }
  return { fits: true, mode, lastFour: text.slice(-4) }
}

/** The mode that a key's prefix says; what follows it may read like anything. */
export function stripeKeyMode(key: string): StripeKeyMode {
  return /^[a-z]+_live_/.test(key) ? 'live' : 'test'
}

function flawOf(text: string): StripeKeyFlaw | null {
  if (text === '') return 'empty'
  if (/[\n\r\u0085\u2028\u2029]/.test(text)) return 'lineBreak'
  if (/\s/.test(text)) return 'blank'
  if (text.startsWith('sk_')) return 'secretKey'
  if (text.startsWith('pk_')) return 'publishableKey'
  if (text.startsWith('whsec_')) return 'webhookSecret'
  const rest = /^rk_(?:live|test)_(?<rest>.*)$/.exec(text)?.groups?.['rest']
  if (rest === undefined) return 'notStripe'
  if (!/^\w*$/.test(rest)) return 'odd'
  if (rest.length < SHORTEST) return 'tooShort'
  return rest.length > LONGEST ? 'tooLong' : null
}

/** Why a key was turned down by whoever asked Stripe about it. */
export type StripeKeyRefusal = {
  readonly accepted: false
  /**
   * `revoked` Stripe doesn't know it (any more); `missingRights` it opens too little; `wrongMode` it is not of the mode
   * that its prefix says; `unreachable` nobody answered; `failed` anything else.
   */
  readonly code:
    | StripeKeyFlaw
    | 'revoked'
    | 'missingRights'
    | 'wrongMode'
    | 'unreachable'
    | 'failed'
  /** One sentence for a log or a person, without the key. */
  readonly message: string
  /** The rights that it lacks, in Stripe's names. */
  readonly missing?: readonly string[]
}

/** What became of a key that Stripe was asked about. */
export type StripeKeyJudged =
  | { readonly accepted: true; readonly livemode: boolean; readonly accountName: string }
  | StripeKeyRefusal

/** How the hub stands with a key: it has one; there is one, which it may not read yet; there is none. */
export type StripeKeyHeld =
  | { readonly state: 'held'; readonly key: string }
  | { readonly state: 'locked' }
  | { readonly state: 'none' }
