import { MINUTE, type Instant } from '../../../shared/time/instant.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { opening, type OpeningRefusal } from '../../../shared/domain/payment/opening.ts'
import type { PaymentTerms } from '../../../shared/domain/payment/payment-terms.ts'
import { askedPayments, type Payment } from '../../../shared/domain/payment/payment.ts'
import type { Writes } from '../store/writes.ts'
import { type DrawerRefusal, tillRefusal } from '../till/drawer.ts'
import { queueCall } from './calls.ts'
import { beginPayment } from './begin-payment.ts'
import { addPayment } from './save.ts'
import type { StripeSide } from './stripe-side.ts'
import { paymentTermsOf } from './terms.ts'

/** A payment through Stripe that is wanted. */
export interface OpenWish {
  readonly billId: Id
  readonly means: 'checkout' | 'reader' | 'swish'
  readonly capture: Payment['capture']
  readonly amountMinor: number | null
  readonly readerId: string | null
  readonly language: 'en' | 'sv'
  /** The till that it is opened at, and counts at once it is paid. */
  readonly tillId?: Id | null | undefined
  /**
   * Where Stripe's page sends its payer, paid or not, such as the driver's page. Stripe and whoever looks at its logs
   * read it, so there is no token in it. Null where the site's own page to thank on will do.
   */
  readonly returnUrl?: string | null | undefined
}

export type OpenRefusal =
  | OpeningRefusal
  | DrawerRefusal
  | { readonly code: 'noBill' }
  | { readonly code: 'notSetUp' }
  | { readonly code: 'locked' }
  | { readonly code: 'noReader'; readonly readerId: string }
  | { readonly code: 'readerOffline' }
  | { readonly code: 'readerBusy' }

export type Opened =
  | { readonly kind: 'opened'; readonly payment: Payment }
  | { readonly kind: 'refused'; readonly refusal: OpenRefusal }

/** For how long what was heard of a reader is believed; after that it may be there again. */
const READER_FRESH_MS = 2 * MINUTE

/** How long somebody stands at the desk with a card or a phone. */
const AT_THE_DESK_MS = 5 * MINUTE

/**
 * Opens a payment through Stripe: it and what Stripe is to be told are on disk together, and are sent when Stripe can
 * be reached. Until then it is `requested`; what nobody could be asked for in time expires by itself.
 */
export function openPayment(tx: Writes, side: StripeSide, wish: OpenWish): Opened {
  const bill = tx.get('bill', wish.billId)
  if (bill === undefined) return refused({ code: 'noBill' })
  const { tillId = null } = wish
  const notThere = tillRefusal(tx, tillId)
  if (notThere !== null) return refused(notThere)
  const mode = side.mode()
  if (mode === 'none') return refused({ code: 'notSetUp' })
  if (mode === 'locked') return refused({ code: 'locked' })
  const terms = paymentTermsOf(tx)
  const payments = tx.find('payment', { billId: bill.id })
  const judged = opening(wish, { bill, payments, terms })
  if (judged.kind === 'refused') return judged
  const atReader = wish.means === 'reader' ? readerRefusal(tx, wish.readerId) : null
  if (atReader !== null) return refused(atReader)
  const { language, returnUrl = null } = wish
  const payment = addPayment(
    tx,
    side,
    beginPayment(tx, bill, {
      means: wish.means,
      capture: judged.capture,
      tillId,
      mode,
      amountMinor: judged.amountMinor,
      readerId: wish.means === 'reader' ? wish.readerId : null,
      expiresAt: payableUntil(wish.means, terms, tx.now),
    }),
    { act: 'payment.open' },
  )
  const call = wish.means === 'checkout' ? 'checkout.create' : 'intent.create'
  queueCall(tx, side, { kind: call, paymentId: payment.id }, { language, returnUrl })
  if (wish.means === 'reader')
    queueCall(tx, side, { kind: 'reader.process', paymentId: payment.id })
  return { kind: 'opened', payment }
}

/** Opens a link for what is due of a bill, as nobody in particular asks for it; null where none can be had. */
export function openLink(
  tx: Writes,
  side: StripeSide,
  bill: Bill,
  amountMinor: number,
): Payment | null {
  const wish = { means: 'checkout', capture: 'automatic', readerId: null, language: 'sv' } as const
  const opened = openPayment(tx, side, { ...wish, billId: bill.id, amountMinor })
  return opened.kind === 'opened' ? opened.payment : null
}

function payableUntil(
  means: OpenWish['means'],
  { payWithinMin }: PaymentTerms,
  now: Instant,
): Instant {
  return now + (means === 'checkout' ? payWithinMin * MINUTE : AT_THE_DESK_MS)
}

/** What was last heard of a reader; Stripe has the last word when it is asked. */
function readerRefusal(tx: Writes, readerId: string | null): OpenRefusal | null {
  const reader = readerId === null ? undefined : tx.get('reader', readerId)
  if (reader === undefined) return { code: 'noReader', readerId: readerId ?? '' }
  const isFresh = tx.now - reader.seenAt < READER_FRESH_MS
  if (isFresh && reader.status === 'offline') return { code: 'readerOffline' }
  // State by state, since a reader has taken thousands that are over.
  const isBusy = [...askedPayments].some(
    (state) => tx.find('payment', { readerId: reader.id, state }).length > 0,
  )
  return isBusy ? { code: 'readerBusy' } : null
}

const refused = (refusal: OpenRefusal): Opened => ({ kind: 'refused', refusal })
