import type { Bill } from '../bill/bill.ts'
import { payableMinor } from '../bill/payable.ts'
import { cashStepMinor } from '../money/currency.ts'
import type { OpeningRefusal } from './opening.ts'
import type { PaymentTerms } from './payment-terms.ts'
import type { Payment, PaymentMeans, PaymentState } from './payment.ts'

/** A payment that somebody has taken by hand. */
export interface ManualWish {
  readonly means: Extract<PaymentMeans, 'cash' | 'invoice' | 'externalTerminal' | 'voucher'>
  /** Null: all that is due. */
  readonly amountMinor: number | null
  /** Cash: what was handed over; null: exactly what was to be paid. */
  readonly tenderedMinor: number | null
  readonly reference: string
  readonly note: string
}

export type ManualRefusal =
  | OpeningRefusal
  | { readonly code: 'tenderedTooLittle'; readonly payableMinor: number }
  | { readonly code: 'reasonNeeded' }
  | { readonly code: 'referenceNeeded' }
  | { readonly code: 'customerNeeded' }

export type ManualTaking =
  | {
      readonly kind: 'taken'
      /** What of the bill it settles; in cash `roundingMinor` more is in the drawer. */
      readonly amountMinor: number
      readonly roundingMinor: number
      readonly tenderedMinor: number | null
      readonly changeMinor: number | null
    }
  | { readonly kind: 'refused'; readonly refusal: ManualRefusal }

/** The states in which Stripe may take money for the bill any moment. */
const asking: ReadonlySet<PaymentState> = new Set(['open', 'processing', 'unknown', 'capturing'])

/**
 * Whether a payment by hand may be written down, and what it comes to. What somebody is being asked for through Stripe
 * can't be taken by hand too; what Stripe has not been told of yet can, and is given up.
 * @param payments all of the bill
 */
export function takingByHand(
  wish: ManualWish,
  { bill, payments, terms }: { bill: Bill; payments: readonly Payment[]; terms: PaymentTerms },
): ManualTaking {
  const { means } = wish
  if (!terms.means.includes(means)) return refused({ code: 'meansNotTaken', means })
  const payable = payableMinor(bill)
  if (payable <= 0) return refused({ code: 'billSettled' })
  const amountMinor = wish.amountMinor ?? payable
  if (amountMinor > payable) return refused({ code: 'aboveDue', dueMinor: payable })
  const open = payments.filter(({ state }) => asking.has(state))
  const asked = open.reduce((sum, row) => sum + row.amountMinor, 0)
  const [first] = open
  if (first && asked + amountMinor > payable)
    return refused({ code: 'alreadyPaying', paymentId: first.id })
  const words = missingWord(wish, bill)
  if (words !== null) return refused(words)
  if (means !== 'cash')
    return {
      kind: 'taken',
      amountMinor,
      roundingMinor: 0,
      tenderedMinor: null,
      changeMinor: null,
    }
  const inCash = roundedToCoins(amountMinor, bill.currency)
  const tenderedMinor = wish.tenderedMinor ?? inCash
  if (tenderedMinor < inCash) return refused({ code: 'tenderedTooLittle', payableMinor: inCash })
  return {
    kind: 'taken',
    amountMinor,
    roundingMinor: inCash - amountMinor,
    tenderedMinor,
    changeMinor: tenderedMinor - inCash,
  }
}

/** An amount as it can be paid in coins, minor units: to the nearest of the smallest coin, a half up. */
export function roundedToCoins(minor: number, currency: string): number {
  const step = cashStepMinor(currency)
  return Math.floor((2 * minor + step) / (2 * step)) * step
}

function missingWord(
  { means, reference, note }: ManualWish,
  { customerId }: Bill,
): ManualRefusal | null {
  if (means === 'voucher') return note === '' ? { code: 'reasonNeeded' } : null
  if (means === 'cash') return null
  if (means === 'invoice' && customerId === null) return { code: 'customerNeeded' }
  return reference === '' ? { code: 'referenceNeeded' } : null
}

const refused = (refusal: ManualRefusal): ManualTaking => ({ kind: 'refused', refusal })
