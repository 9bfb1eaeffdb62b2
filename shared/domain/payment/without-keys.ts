/**
 * Whatever goes on as one of Stripe's secrets does: API keys of either kind, and what signs a webhook. It may stand
 * right behind a letter, as in `%3Drk_live_`, so a harmless `task_live_0123456789` is taken for one too.
 */
const secrets = /((?:rk|sk)_(?:live|test|org)_|whsec_)[\w-]{8,}/gi

/** A text without any of Stripe's secrets: of each only the prefix is left, which says what it was. */
export function withoutStripeKeys(text: string): string {
  return text.replace(secrets, '$1***')
}
