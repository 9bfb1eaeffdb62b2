import { judgeStripeKey, type StripeKeyFlaw } from '../../shared/domain/payment/stripe-key.ts'
import { secretFromFile } from './secret-file.ts'

/**
 * The Stripe key in the file that LADDPLAN_STRIPE_KEY_FILE names. Null where none is named.
 * @param practice whether the site is a practice site, which takes no live key
 */
export function stripeKeyFromFile(
  env: Readonly<Record<string, string | undefined>>,
  { practice }: { readonly practice: boolean },
): ReturnType<typeof secretFromFile> {
  return secretFromFile(env, 'LADDPLAN_STRIPE_KEY_FILE', (key) => {
    const shape = judgeStripeKey(key, { practice })
    return shape.fits ? null : sentences[shape.code]
  })
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
