import { z } from 'zod'
import { bill } from '../domain/bill/bill.ts'
import { id } from '../domain/id/id.ts'
import { dispute } from '../domain/payment/dispute.ts'
import { payment, paymentMeans, paymentState } from '../domain/payment/payment.ts'
import { paymentMoment } from '../domain/payment/payment-moment.ts'
import { refund, refundReason } from '../domain/payment/refund.ts'
import { stripeCall } from '../domain/payment/stripe-call.ts'
import { journalEntry } from '../domain/journal/journal.ts'
import { missingWords, opening } from './payment-refusal.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'
import { approvalId } from './session.ts'
import { limitRefusals, tillId, tillRefusals } from './till-refusal.ts'

const tags = ['payments']
const byId = z.strictObject({ id })
const at = z.coerce.number().int()
const positive = z.int().min(1, 'Give an amount above zero.').max(99_999_999)
const note = z.string().trim().max(300)

/** A payment with its whole history. */
export const paymentDetail = z.object({
  payment,
  bill,
  refunds: z.array(refund),
  disputes: z.array(dispute),
  calls: z.array(stripeCall),
  journal: z.array(journalEntry),
  history: z.array(paymentMoment).describe('All of it in the order it happened'),
  refundableMinor: z.int().describe('What may be given back now'),
  notRefundable: z
    .enum(['notPaid', 'allRefunded', 'disputed', 'unknown'])
    .nullable()
    .describe('Why nothing may be given back'),
})
export type PaymentDetail = z.infer<typeof paymentDetail>

export const paymentContract = {
  list: procedure
    .route({ method: 'GET', path: '/payments', tags, summary: 'Payments, newest first' })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^-?\d+~/),
        means: paymentMeans.optional(),
        state: paymentState.optional(),
        billId: id.optional(),
        from: at.optional(),
        until: at.optional(),
        search: z
          .string()
          .max(100)
          .optional()
          .describe(
            'Plate, last four digits, receipt number, transaction number, amount, Stripe id',
          ),
      }),
    )
    .output(page(z.object({ payment, bill }))),
  get: procedure
    .route({
      method: 'GET',
      path: '/payments/{id}',
      tags,
      summary: 'A payment with its whole history',
    })
    .input(byId)
    .output(paymentDetail),
  open: procedure
    .route({
      method: 'POST',
      path: '/payments',
      tags,
      successStatus: 201,
      summary: 'Ask for a payment through Stripe',
      description:
        'On Stripe’s page (`checkout`), at a reader, or by Swish. With `capture: manual` the money is held and taken when the stay is over. The answer comes once the wish is on disk; follow the payment live to see what becomes of it.',
    })
    .errors({ ...opening, REASON_NEEDED: missingWords.REASON_NEEDED })
    .input(
      z.strictObject({
        billId: id,
        means: z.enum(['checkout', 'reader', 'swish']),
        capture: z.enum(['automatic', 'manual']).default('automatic'),
        amountMinor: positive.optional().describe('Left out: all that is due, or the hold’s size'),
        readerId: z.string().max(100).optional(),
        language: z.enum(['en', 'sv']).default('en'),
        tillId,
      }),
    )
    .output(payment),
  take: procedure
    .route({
      method: 'POST',
      path: '/payments/manual',
      tags,
      successStatus: 201,
      summary: 'Write down a payment that was taken by hand',
      description:
        'Cash (with what was handed over, so that the change is told), an invoice, another card terminal, or a voucher. Cash is rounded to the currency’s smallest coin.',
    })
    .errors({ ...opening, ...missingWords })
    .input(
      z.strictObject({
        billId: id,
        means: z.enum(['cash', 'invoice', 'externalTerminal', 'voucher']),
        amountMinor: positive.optional().describe('Left out: all that is due'),
        tenderedMinor: positive.optional().describe('Cash: what was handed over'),
        reference: z.string().trim().max(60).default(''),
        note: note.default(''),
        ...{ tillId, approvalId },
      }),
    )
    .output(payment),
  cancel: procedure
    .route({
      method: 'POST',
      path: '/payments/{id}/cancel',
      tags,
      summary: 'Cancel a payment that is not paid yet, or let go of a hold',
    })
    .errors({
      PAYMENT_NOT_OPEN: {
        status: 409,
        message: 'It can’t be cancelled any more.',
        data: z.object({ state: paymentState }),
      },
    })
    .input(byId.extend({ note: note.default('') }))
    .output(payment),
  capture: procedure
    .route({
      method: 'POST',
      path: '/payments/{id}/capture',
      tags,
      summary: 'Take what is held, or a part of it; the rest is let go',
    })
    .errors({
      PAYMENT_NOT_HELD: {
        status: 409,
        message: 'Nothing is held by that payment.',
        data: z.object({ state: paymentState }),
      },
      ABOVE_HELD: {
        status: 409,
        message: 'That is more than what is held.',
        data: z.object({ heldMinor: z.int() }),
      },
    })
    .input(byId.extend({ amountMinor: positive }))
    .output(payment),
  refund: procedure
    .route({
      method: 'POST',
      path: '/payments/{id}/refunds',
      tags,
      successStatus: 201,
      summary: 'Give a payment back, all of it or a part',
      description:
        'A final bill is made less by as much, in the proportion of its rates of VAT, unless the money is to be due again. Should the refund come to nothing later, the bill is again what it was.',
    })
    .errors({
      ...tillRefusals,
      ...limitRefusals,
      NOT_PAID: {
        status: 409,
        message: 'Nothing has been taken by that payment, so nothing can be given back.',
      },
      ABOVE_REFUNDABLE: {
        status: 409,
        message: 'That is more than what is left of the payment.',
        data: z.object({ refundableMinor: z.int() }),
      },
      PAYMENT_INVOICED: {
        status: 409,
        message: 'An invoice asks for that money. Credit the invoice instead.',
      },
      PAYMENT_DISPUTED: {
        status: 409,
        message:
          'The cardholder’s bank disputes this payment. What it decides comes instead of a refund.',
      },
      PAYMENT_UNKNOWN: {
        status: 409,
        message: 'Nobody knows yet what became of this payment. Resolve that first.',
      },
      STRIPE_NOT_SET_UP: opening.STRIPE_NOT_SET_UP,
      OTHER_MODE: {
        status: 409,
        message:
          'The payment was made with another kind of key (test or live) than the one that is set now.',
      },
    })
    .input(
      byId.extend({
        amountMinor: positive,
        reason: refundReason,
        note: z.string().trim().min(1, 'Say why it is given back.').max(300),
        isDueAgain: z
          .boolean()
          .default(false)
          .describe('Whether what is given back is to be paid again; else the stay costs less'),
        ...{ tillId, approvalId },
      }),
    )
    .output(refund),
  resolve: procedure
    .route({
      method: 'POST',
      path: '/payments/{id}/resolve',
      tags,
      summary: 'Resolve a payment or refund of which nobody knows what became',
      description:
        '`look` asks Stripe again at once. `again` sends the request anew, under a new key, after Stripe was asked and had nothing. `drop` gives it up; a person has made sure at Stripe that nothing was moved.',
    })
    .errors({
      NOT_UNKNOWN: { status: 409, message: 'It is known what became of it.' },
      STRIPE_UNREACHABLE: {
        status: 503,
        message: 'Stripe can’t be reached just now. Try again when it can.',
      },
      FOUND_AT_STRIPE: {
        status: 409,
        message: 'Stripe has it after all, so it is neither sent again nor dropped.',
      },
    })
    .input(
      byId.extend({
        refundId: id.optional(),
        how: z.enum(['look', 'again', 'drop']),
        note: note.default(''),
      }),
    )
    .output(payment),
  remind: procedure
    .route({
      method: 'POST',
      path: '/bills/{billId}/remind',
      tags,
      summary: 'Make a link to pay what is due, and remember that it was sent',
    })
    .errors(opening)
    .input(z.strictObject({ billId: id, language: z.enum(['en', 'sv']).default('en') }))
    .output(payment),
}
