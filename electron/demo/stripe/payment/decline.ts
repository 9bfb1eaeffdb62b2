import type { Stripe } from 'stripe'

type Decline = { code: string; message: string }

const DECLINED = 'Your card was declined.'

/** Declines that have an error code of their own; the rest are `card_declined` (Stripe documentation, "Decline codes"). */
const own: Record<string, Decline> = {
  expired_card: { code: 'expired_card', message: 'Your card has expired.' },
  incorrect_cvc: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
  incorrect_number: { code: 'incorrect_number', message: 'Your card number is incorrect.' },
  processing_error: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  authentication_required: {
    code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
}

const messages: Record<string, string> = {
  insufficient_funds: 'Your card has insufficient funds.',
  card_velocity_exceeded:
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  card_not_supported: 'Your card is not supported.',
  currency_not_supported: 'Your card does not support this currency.',
}

/** What is told of a card that was declined with a code. */
export function declineOf(declineCode: string): Decline {
  return own[declineCode] ?? { code: 'card_declined', message: messages[declineCode] ?? DECLINED }
}

/** How a charge fared, for `outcome`. */
export function outcomeOf(declineCode: string | null): Stripe.Charge.Outcome {
  const isBlocked = declineCode === 'fraudulent'
  const told = {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    risk_level: isBlocked ? 'highest' : 'normal',
    risk_score: isBlocked ? 92 : 12,
  }
  if (declineCode === null) {
    const approved = { network_status: 'approved_by_network', reason: null, type: 'authorized' }
    return { ...told, ...approved, seller_message: 'Payment complete.' }
  }
  if (isBlocked) {
    const blocked = { network_status: 'not_sent_to_network', reason: 'highest_risk_level' }
    const message = 'Stripe blocked this payment as too risky.'
    return { ...told, ...blocked, type: 'blocked', seller_message: message }
  }
  return {
    ...told,
    network_status: 'declined_by_network',
    reason: declineCode,
    seller_message: `The bank returned the decline code \`${declineCode}\`.`,
    type: 'issuer_declined',
  }
}
