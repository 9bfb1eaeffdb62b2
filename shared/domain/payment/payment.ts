import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { id } from '../id/id.ts'

/**
 * How somebody pays: `checkout` on Stripe's page by link or QR, `reader` a card at a Stripe Terminal reader, `swish`
 * a Swish QR on the desk's screen, `cash`, `invoice`, `externalTerminal` a card reader that this program doesn't
 * know, `voucher` the site itself gives it away.
 */
export const paymentMeans = z.enum([
  'checkout',
  'reader',
  'swish',
  'cash',
  'invoice',
  'externalTerminal',
  'voucher',
])
export type PaymentMeans = z.infer<typeof paymentMeans>

/** The means whose truth is Stripe's; of the others it is our own ledger. */
export const stripeMeans: ReadonlySet<PaymentMeans> = new Set(['checkout', 'reader', 'swish'])

/**
 * `requested` it waits for Stripe to be told; `open` the payer is asked; `processing` the payer has paid, the bank
 * has not said so yet; `held` the money is held on the card; `capturing` the hold is being taken; `paid`; `failed`
 * the payer may try again with another payment; `cancelled` by a person or the site; `expired` nobody paid in time;
 * `unknown` Stripe was told and never answered: nobody knows until somebody looks.
 */
export const paymentState = z.enum([
  'requested',
  'open',
  'processing',
  'held',
  'capturing',
  'paid',
  'failed',
  'cancelled',
  'expired',
  'unknown',
])
export type PaymentState = z.infer<typeof paymentState>

/** The states in which something is still to happen. */
export const unfinishedPayments: ReadonlySet<PaymentState> = new Set([
  'requested',
  'open',
  'processing',
  'held',
  'capturing',
  'unknown',
])

/** The states in which the payer is asked, or about to be, and can be told not to pay any more. */
export const askedPayments: ReadonlySet<PaymentState> = new Set(['requested', 'open'])

/** The states in which it is over and nothing was taken, so that another may be begun. */
export const fruitlessPayments: ReadonlySet<PaymentState> = new Set([
  'failed',
  'cancelled',
  'expired',
])

/** Where money is moved: `practice` by the double, `test` and `live` by Stripe; `local` by hand at the desk. */
export const moneyMode = z.enum(['local', 'practice', 'test', 'live'])
export type MoneyMode = z.infer<typeof moneyMode>

/** One attempt to pay a bill or a part of it. */
export const payment = z.object({
  id,
  billId: id,
  means: paymentMeans,
  capture: z
    .enum(['automatic', 'manual'])
    .describe('`manual`: held first and taken at the end (Stripe capture_method)'),
  state: paymentState,
  mode: moneyMode,
  currency: z.string().describe('ISO 4217'),
  amountMinor: amountMinor.describe('Asked for, or held'),
  capturedMinor: amountMinor.describe('Taken in all'),
  refundedMinor: amountMinor.describe('Given back, or on its way back'),
  feeMinor: amountMinor.nullable().describe('Stripe’s; null until it is known'),
  tenderedMinor: amountMinor.nullable().describe('Cash: what was handed over'),
  changeMinor: amountMinor.nullable().describe('Cash: what was given back at once'),
  roundingMinor: amountMinor.describe('Cash: what rounding to coins added or took'),
  reference: z.string().describe('Slip, invoice or voucher number'),
  note: z.string().describe('Why it was given away, or what a person said of it'),
  stripePaymentIntentId: z.string().nullable(),
  stripeChargeId: z.string().nullable(),
  stripeCheckoutSessionId: z.string().nullable(),
  readerId: z.string().nullable().describe('Stripe’s id of the Terminal reader'),
  payUrl: z.string().nullable().describe('Where the payer pays; shown as link and QR'),
  qrData: z.string().nullable().describe('What the QR of a Swish payment holds'),
  expiresAt: instant.nullable().describe('Until when the payer can pay'),
  captureBefore: instant.nullable().describe('When the bank lets a hold go'),
  cardBrand: z.string().nullable(),
  cardLast4: z.string().nullable(),
  wallet: z.string().nullable(),
  failureCode: z.string().nullable().describe('Stripe’s code, or its decline code'),
  failureMessage: z.string().nullable(),
  disputed: z.boolean(),
  receiptNumber: z.int().nullable(),
  takenBy: z.string().describe('Who opened it'),
  approvedBy: z.string().nullable().describe('The supervisor who let pass what was above a limit'),
  tillId: id.nullable().describe('The till it was opened or taken at'),
  shiftId: id.nullable().describe('The shift it counts in, once it is paid'),
  paidAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Payment = z.infer<typeof payment>
