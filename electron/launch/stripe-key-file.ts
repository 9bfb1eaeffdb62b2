import { judgeStripeKey, type StripeKeyFlaw } from '../../shared/domain/payment/stripe-key.ts'
import { readOwnFile } from './own-file.ts'

/** The variable that names the file. */
const VARIABLE = 'LADDPLAN_STRIPE_KEY_FILE'

/**
 * The Stripe key in the file that LADDPLAN_STRIPE_KEY_FILE names, such as a systemd credential: how a hub without a
 * window gets its key. A file that others than its owner can read is refused. Null where none is named.
 * @param practice whether the site is a practice site, which takes no live key
 * @returns the key, or a sentence that says what is wrong, without anything of the file
 */
export function stripeKeyFromFile(
  env: Readonly<Record<string, string | undefined>>,
  { practice }: { readonly practice: boolean },
): { ok: true; key: string | null } | { ok: false; message: string } {
  const file = env[VARIABLE]
  if (file === undefined || file === '') return { ok: true, key: null }
  // Not said again: it may be the key itself that somebody has put there.
  if (/^(?:[rsp]k_|whsec_)/.test(file.trim()))
    return refused('it is to name a file that holds the key, not to be the key itself')
  const read = readOwnFile(file)
  if ('problem' in read) return refused(`${file} ${read.problem}`)
  const key = read.text.trim()
  const shape = judgeStripeKey(key, { practice })
  return shape.fits ? { ok: true, key } : refused(`${file} ${sentences[shape.code]}`)
}

const sentences: Readonly<Record<StripeKeyFlaw, string>> = {
  empty: 'is empty',
  lineBreak: 'holds more than one line',
  blank: 'holds a blank',
  secretKey: 'holds a secret key, which opens the whole account; make a restricted key (rk_…)',
  publishableKey: 'holds a publishable key; a restricted key (rk_…) is needed',
  webhookSecret: 'holds the secret of a webhook; a restricted key (rk_…) is needed',
  notStripe: 'holds no restricted key of Stripe’s (rk_live_… or rk_test_…)',
  odd: 'holds a character that no key has',
  tooShort: 'holds a key that is too short',
  tooLong: 'holds a key that is too long',
  liveInPractice: 'holds a live key, which a practice site doesn’t take',
}

function refused(what: string): { ok: false; message: string } {
  return { ok: false, message: `${VARIABLE}: ${what}.` }
}
