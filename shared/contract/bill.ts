import { z } from 'zod'
import { bill, billReason, billRevision } from '../domain/bill/bill.ts'
import { id } from '../domain/id/id.ts'
import { payment } from '../domain/payment/payment.ts'
import { refund } from '../domain/payment/refund.ts'
import { receipt } from '../domain/payment/receipt.ts'
import { instant } from '../time/instant-schema.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'
import { approvalId } from './session.ts'
import { limitRefusals, tillId } from './till-refusal.ts'

const tags = ['bills']
const byId = z.strictObject({ id })
const at = z.coerce.number().int()

/** A bill with all that hangs on it. */
export const billDetail = z.object({
  bill,
  revisions: z.array(billRevision),
  payments: z.array(payment),
  refunds: z.array(refund),
  receipts: z.array(receipt),
})
export type BillDetail = z.infer<typeof billDetail>

export const billContract = {
  list: procedure
    .route({ method: 'GET', path: '/bills', tags, summary: 'Bills, the newest stay first' })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^-?\d+~/),
        state: bill.shape.state.optional(),
        unpaid: z
          .stringbool()
          .or(z.boolean())
          .default(false)
          .describe('Only those with something due'),
        customerId: id.optional(),
        bookingId: id.optional(),
        transactionId: id.optional(),
        from: at.optional().describe('Stays that began at or after'),
        until: at.optional().describe('Stays that began before'),
        search: z.string().max(100).optional().describe('In plate, id token, customer name'),
      }),
    )
    .output(page(bill)),
  get: procedure
    .route({
      method: 'GET',
      path: '/bills/{id}',
      tags,
      summary: 'A bill with its revisions, payments, refunds and receipts',
    })
    .input(byId)
    .output(billDetail),
  ofBooking: procedure
    .route({
      method: 'POST',
      path: '/bookings/{bookingId}/bill',
      tags,
      summary: 'The bill of a booking; made with its estimate where there is none yet',
    })
    .input(z.strictObject({ bookingId: id }))
    .output(bill),
  carGone: procedure
    .route({
      method: 'POST',
      path: '/bills/{id}/car-gone',
      tags,
      summary: 'Say that the car has gone, where its charger doesn’t',
      description:
        'Some chargers say to no end that something is plugged in, and parking is billed as long as they do. A bill that is final stays as it is.',
    })
    .errors({
      BILL_CHARGING: {
        status: 409,
        message: 'Its charge has not been stopped. Stop it first; then it can have gone.',
      },
    })
    .input(
      byId.extend({
        at: instant.optional().describe('When it left; now where nobody knows'),
        note: z.string().trim().max(300).default(''),
      }),
    )
    .output(bill),
  correct: procedure
    .route({
      method: 'POST',
      path: '/bills/{id}/correct',
      tags,
      summary: 'Bring a final bill to another sum, with a reason',
      description:
        'A line of that amount is added (below zero: taken off), and the difference is entered in the ledger. What was billed before stays as it was.',
    })
    .errors({
      BILL_NOT_FINAL: {
        status: 409,
        message: 'The stay is not over, so there is nothing to correct yet.',
      },
      ...limitRefusals,
      BILL_BELOW_ZERO: { status: 409, message: 'That would make the bill less than nothing.' },
    })
    .input(
      byId.extend({
        addMinor: z.int().refine((minor) => minor !== 0, 'Give an amount that is not zero.'),
        ratePct: z.number().min(0).max(100),
        note: z.string().trim().min(1, 'Say why it is corrected.').max(300),
        ...{ tillId, approvalId },
      }),
    )
    .output(bill),
  revise: procedure
    .route({
      method: 'POST',
      path: '/bills/{id}/revise',
      tags,
      summary: 'Price a final bill anew from all that is known by now',
    })
    .errors({
      BILL_NOT_FINAL: {
        status: 409,
        message: 'The stay is not over, so there is nothing to revise yet.',
      },
    })
    .input(byId.extend({ reason: billReason.exclude(['ended', 'noShow']).default('byHand') }))
    .output(bill),
  settle: procedure
    .route({
      method: 'PATCH',
      path: '/bills/{id}',
      tags,
      summary: 'Say who pays a bill: on the spot, by invoice, by payroll, or nobody',
    })
    .errors({
      BILL_PAID: {
        status: 409,
        message:
          'Something has been paid or is being paid already. Give that back or cancel it first.',
      },
      ...limitRefusals,
      BILL_NEEDS_CUSTOMER: {
        status: 409,
        message: 'Say which customer gets the invoice.',
      },
    })
    .input(
      byId.extend({
        settlement: bill.shape.settlement,
        customerId: id.nullable().optional(),
        note: z.string().trim().max(300).default(''),
        ...{ tillId, approvalId },
      }),
    )
    .output(bill),
}
