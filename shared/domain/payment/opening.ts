import type { Bill } from '../bill/bill.ts'
import { payableMinor } from '../bill/payable.ts'
import { minimumChargeMinor } from '../money/currency.ts'
import { holdMinor } from './hold.ts'
import type { PaymentTerms } from './payment-terms.ts'
import type { Payment, PaymentMeans, PaymentState } from './payment.ts'

/** A payment that somebody wants to open through Stripe. */
export interface OpeningWish {
  readonly means: PaymentMeans
  readonly capture: Payment['capture']
  /** Null: all that is due, or the size of a hold. */
  readonly amountMinor: number | null
}

/** What a payment meets before anything is asked of anybody. */
export type OpeningRefusal =
  | { readonly code: 'billSettled' }
  | { readonly code: 'aboveDue'; readonly dueMinor: number }
  | { readonly code: 'belowMinimum'; readonly minimumMinor: number; readonly currency: string }
  | { readonly code: 'meansNotTaken'; readonly means: PaymentMeans }
  | { readonly code: 'swishOnlySek' }
  | { readonly code: 'swishTakesAtOnce' }
  | { readonly code: 'alreadyPaying'; readonly paymentId: string }

export type Opening =
  | {
      readonly kind: 'opens'
      readonly amountMinor: number
      /** Of a stay that is over nothing is held: what is due is taken. */
      readonly capture: Payment['capture']
    }
  | { readonly kind: 'refused'; readonly refusal: OpeningRefusal }

/** The states in which somebody is asked to pay, or may have paid. */
const asking: ReadonlySet<PaymentState> = new Set(['requested', 'open', 'processing', 'unknown'])

/**
 * Whether a bill may be paid so, and how much is asked for. One payment of a bill is open at a time; another beside it
 * only for a part that is named, and only if both together are not more than what may be paid.
 * @param payments all of the bill
 */
export function opening(
  wish: OpeningWish,
  { bill, payments, terms }: { bill: Bill; payments: readonly Payment[]; terms: PaymentTerms },
): Opening {
  const { means, capture } = wish
  if (!terms.means.includes(means)) return refused({ code: 'meansNotTaken', means })
  if (means === 'swish' && bill.currency !== 'SEK') return refused({ code: 'swishOnlySek' })
  // Stripe takes Swish at once, it can't be held (Stripe documentation, "Swish payments").
  if (means === 'swish' && capture === 'manual') return refused({ code: 'swishTakesAtOnce' })
  const payable = payableMinor(bill)
  const open = payments.filter(({ state }) => asking.has(state))
  const [first] = open
  const asked = open.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const amountMinor = wish.amountMinor ?? amountOf(wish, bill, terms, payable)
  if (mayExceed(wish, bill)) {
    if (first !== undefined) return refused({ code: 'alreadyPaying', paymentId: first.id })
  } else {
    if (payable <= 0) return refused({ code: 'billSettled' })
    if (amountMinor > payable) return refused({ code: 'aboveDue', dueMinor: payable })
    if (first !== undefined && (wish.amountMinor === null || asked + amountMinor > payable))
      return refused({ code: 'alreadyPaying', paymentId: first.id })
  }
  const minimumMinor = minimumChargeMinor(bill.currency) ?? 1
  if (amountMinor < minimumMinor)
    return refused({ code: 'belowMinimum', minimumMinor, currency: bill.currency })
  return { kind: 'opens', amountMinor, capture: bill.state === 'final' ? 'automatic' : capture }
}

/** A hold at the start is made for what nobody knows yet, so it may be more than what is thought. */
function mayExceed({ capture }: OpeningWish, { state, settlement }: Bill): boolean {
  return (
    capture === 'manual' && settlement === 'pay' && (state === 'estimated' || state === 'running')
  )
}

function amountOf(wish: OpeningWish, bill: Bill, terms: PaymentTerms, payable: number): number {
  return mayExceed(wish, bill) ? holdMinor(bill, terms) : payable
}

const refused = (refusal: OpeningRefusal): Opening => ({ kind: 'refused', refusal })
