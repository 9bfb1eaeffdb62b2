import type { Stripe } from 'stripe'
import type { StripeKeyJudged } from '../../../../shared/domain/payment/stripe-key.ts'
import { answerOf, missingRight } from './answer.ts'

/** Nothing at Stripe has such an id, so asking for it changes nothing. */
const NOBODY = 'laddplan_probe'

/**
 * Requests that do nothing: lists of one, and changes of what isn't there. Without the right to it Stripe refuses each
 * before it looks for the object.
 */
const probes: readonly (readonly [right: string, ask: (stripe: Stripe) => Promise<unknown>])[] = [
  ['rak_payment_intent_read', (stripe) => stripe.paymentIntents.list({ limit: 1 })],
  ['rak_payment_intent_write', (stripe) => stripe.paymentIntents.cancel(`pi_${NOBODY}`)],
  ['rak_charge_read', (stripe) => stripe.charges.list({ limit: 1 })],
  ['rak_checkout_session_read', (stripe) => stripe.checkout.sessions.list({ limit: 1 })],
  ['rak_checkout_session_write', (stripe) => stripe.checkout.sessions.expire(`cs_${NOBODY}`)],
  ['rak_refund_read', (stripe) => stripe.refunds.list({ limit: 1 })],
  ['rak_refund_write', (stripe) => stripe.refunds.cancel(`re_${NOBODY}`)],
  ['rak_dispute_read', (stripe) => stripe.disputes.list({ limit: 1 })],
  ['rak_event_read', (stripe) => stripe.events.list({ limit: 1 })],
  ['rak_payout_read', (stripe) => stripe.payouts.list({ limit: 1 })],
  [
    'rak_balance_transaction_source_read',
    (stripe) => stripe.balanceTransactions.list({ limit: 1 }),
  ],
  ['rak_terminal_reader_read', (stripe) => stripe.terminal.readers.list({ limit: 1 })],
  ['rak_terminal_reader_write', (stripe) => stripe.terminal.readers.cancelAction(`tmr_${NOBODY}`)],
]

/** The rights of a restricted key that this site needs, in Stripe's names. */
export const neededRights: readonly string[] = probes.map(([right]) => right)

/**
 * Asks Stripe what a key is good for: that it is one, of which account and mode, and which of the rights it lacks that
 * this site needs. Nothing is changed at Stripe.
 * @param seemsLive the mode that its prefix says, for an account where nothing is that could tell it
 */
export async function probeRights(stripe: Stripe, seemsLive: boolean): Promise<StripeKeyJudged> {
  const missing: string[] = []
  for (const [right, ask] of probes) {
    try {
      await ask(stripe)
    } catch (error) {
      const answer = answerOf(error)
      if (answer.kind === 'keyRefused')
        return { accepted: false, code: 'revoked', message: answer.message }
      if (answer.kind === 'silent')
        return { accepted: false, code: 'unreachable', message: answer.message }
      if (answer.kind === 'rightMissing') missing.push(missingRight(answer.message) ?? right)
      // That there is no such object is the answer that a key with the right gets.
      else if (answer.kind !== 'refused' && answer.kind !== 'done')
        return { accepted: false, code: 'failed', message: answer.message }
    }
  }
  if (missing.length > 0) {
    const message = `The key lacks rights that are needed: ${missing.join(', ')}.`
    return { accepted: false, code: 'missingRights', message, missing }
  }
  return { accepted: true, ...(await accountOf(stripe, seemsLive)) }
}

/** Whose key it is. Its name takes a right that nothing else needs, so without it there is none. */
async function accountOf(
  stripe: Stripe,
  seemsLive: boolean,
): Promise<{ livemode: boolean; accountName: string }> {
  const livemode = (await modeTold(stripe)) ?? seemsLive
  const account = await stripe.accounts.retrieveCurrent().catch(() => null)
  const accountName = account?.settings?.dashboard.display_name ?? account?.business_profile?.name
  return { livemode, accountName: accountName ?? account?.id ?? '' }
}

/** The mode as the account's objects tell it; null where there is none that the key may see. */
async function modeTold(stripe: Stripe): Promise<boolean | null> {
  const balance = await stripe.balance.retrieve().catch(() => null)
  if (balance !== null) return balance.livemode
  const { data } = await stripe.events.list({ limit: 1 })
  return data[0]?.livemode ?? null
}
