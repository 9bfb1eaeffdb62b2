/** What a means of payment does once it is used: what Stripe's test numbers stand for. */
export type Instrument = {
  type: 'card' | 'card_present' | 'swish'
  brand: string
  last4: string
  funding: 'credit' | 'debit'
  country: string
  wallet: 'apple_pay' | 'google_pay' | null
  /** The code that it is declined with; null when it pays. */
  decline: string | null
  /** Whether its holder must say yes on a page of the bank first. */
  asksHolder: boolean
  /** What becomes of a refund to it. */
  refund: 'succeeds' | 'pends' | 'fails'
  /** The reason its holder disputes the payment with; null when nobody does. */
  dispute: string | null
}

const visa: Instrument = {
  type: 'card',
  brand: 'visa',
  last4: '4242',
  funding: 'credit',
  country: 'US',
  wallet: null,
  decline: null,
  asksHolder: false,
  refund: 'succeeds',
  dispute: null,
}

/** Stripe's test cards by number (Stripe documentation, "Test cards"). */
const byNumber: Record<string, Partial<Instrument>> = {
  '4242424242424242': {},
  '4000056655665556': { funding: 'debit' },
  '5555555555554444': { brand: 'mastercard' },
  '5200828282828210': { brand: 'mastercard', funding: 'debit' },
  '378282246310005': { brand: 'amex' },
  '4000007520000008': { country: 'SE' },
  '4000000000000002': { decline: 'generic_decline' },
  '4000000000009995': { decline: 'insufficient_funds' },
  '4000000000009987': { decline: 'lost_card' },
  '4000000000009979': { decline: 'stolen_card' },
  '4000000000000069': { decline: 'expired_card' },
  '4000000000000127': { decline: 'incorrect_cvc' },
  '4000000000000119': { decline: 'processing_error' },
  '4000000000006975': { decline: 'card_velocity_exceeded' },
  '4000000000000101': { decline: 'incorrect_cvc' },
  '4100000000000019': { decline: 'fraudulent' },
  '4000002500003155': { asksHolder: true },
  '4000002760003184': { asksHolder: true },
  '4000000000003220': { asksHolder: true },
  '4000008260003178': { asksHolder: true, decline: 'insufficient_funds' },
  '4000000000000259': { dispute: 'fraudulent' },
  '4000000000002685': { dispute: 'product_not_received' },
  '4000000000007726': { refund: 'pends' },
  '4000000000005126': { refund: 'fails' },
}

/** Stripe's test payment methods by token. */
const byToken: Record<string, string> = {
  pm_card_visa: '4242424242424242',
  pm_card_visa_debit: '4000056655665556',
  pm_card_mastercard: '5555555555554444',
  pm_card_mastercard_debit: '5200828282828210',
  pm_card_amex: '378282246310005',
  pm_card_se: '4000007520000008',
  pm_card_chargeDeclined: '4000000000000002',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_visa_chargeDeclinedLostCard: '4000000000009987',
  pm_card_visa_chargeDeclinedStolenCard: '4000000000009979',
  pm_card_chargeDeclinedExpiredCard: '4000000000000069',
  pm_card_chargeDeclinedIncorrectCvc: '4000000000000127',
  pm_card_chargeDeclinedProcessingError: '4000000000000119',
  pm_card_visa_chargeDeclinedVelocityLimitExceeded: '4000000000006975',
  pm_card_radarBlock: '4100000000000019',
  pm_card_authenticationRequired: '4000002760003184',
  pm_card_authenticationRequiredOnSetup: '4000002500003155',
  pm_card_threeDSecure2Required: '4000000000003220',
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: '4000008260003178',
  pm_card_createDispute: '4000000000000259',
  pm_card_createDisputeProductNotReceived: '4000000000002685',
  pm_card_pendingRefund: '4000000000007726',
  pm_card_refundFail: '4000000000005126',
}

/** The card with a number, blanks in it or not; null for a number that is no test card's. */
export function cardOf(number: string): Instrument | null {
  const digits = number.replaceAll(/\D/g, '')
  const known = byNumber[digits]
  return known === undefined ? null : { ...visa, last4: digits.slice(-4), ...known }
}

/** The card behind one of Stripe's `pm_card_…` tokens; null for another. */
export function tokenOf(token: string): Instrument | null {
  const number = byToken[token]
  return number === undefined ? null : cardOf(number)
}

/** A card held to a reader at the desk. */
export function presented(card: Instrument): Instrument {
  return { ...card, type: 'card_present', asksHolder: false }
}

/** A card in a telephone's wallet. */
export function wallet(name: 'apple_pay' | 'google_pay'): Instrument {
  return { ...visa, wallet: name }
}

/** A Swish account; nothing but the amount is known before its holder says yes. */
export const swish: Instrument = { ...visa, type: 'swish', brand: '', last4: '', country: 'SE' }
