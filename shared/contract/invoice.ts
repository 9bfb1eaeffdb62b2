import { z } from 'zod'
import { vatSum } from '../domain/bill/bill.ts'
import { localDate } from '../domain/booking/recurring.ts'
import { id } from '../domain/id/id.ts'
import {
  invoice,
  invoiceGroup,
  invoiceKind,
  invoiceLine,
  invoicePayment,
  invoiceState,
} from '../domain/invoice/invoice.ts'
import { invoiceTerms, invoiceTermsWords } from '../domain/invoice/invoice-terms.ts'
import { instant } from '../time/instant-schema.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['invoices']
const byId = z.strictObject({ id })
const flag = z.stringbool().or(z.boolean()).default(false)

/** An invoice with all that hangs on it. */
export const invoiceDetail = z.object({
  invoice,
  lines: z.array(invoiceLine),
  payments: z.array(invoicePayment).describe('Those undone included, the oldest first'),
  creditNotes: z.array(invoice).describe('Those that take off it'),
})
export type InvoiceDetail = z.infer<typeof invoiceDetail>

/** What a run would make of one customer's bills: one paper. */
export const invoiceDraft = z.object({
  customerId: id,
  customerName: z.string(),
  kind: invoiceKind,
  creditOfName: z.string().describe('The invoice that a credit note would be about; else empty'),
  currency: z.string(),
  stays: z.int(),
  energyWh: z.int(),
  exclMinor: z.int(),
  inclMinor: z.int(),
  vat: z.array(vatSum),
  groups: z.array(invoiceGroup),
})
export type InvoiceDraftView = z.infer<typeof invoiceDraft>

/** What a run over the period leaves out. */
export const invoiceBacklog = z.object({
  earlierBills: z.int().describe('Final before the period, and never invoiced'),
  earliestAt: instant.nullable().describe('When the first of them became final'),
  withoutCustomer: z.int().describe('Of the period, to be invoiced to nobody knows whom'),
})

/** What became of one customer in a run. */
export const invoiceOutcome = z.object({
  customerId: id,
  customerName: z.string(),
  invoices: z
    .array(invoice)
    .describe('Made in this run, credit notes too; none where nothing was to be'),
})
export type InvoiceOutcome = z.infer<typeof invoiceOutcome>

const period = { firstDay: localDate, lastDay: localDate.describe('Itself included') }
const inOrder = { error: 'The period ends before it begins.' }
const isInOrder = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }) =>
  firstDay <= lastDay

const notSetUp = {
  SELLER_MISSING: {
    status: 409,
    message:
      'An invoice names who sells. Give the legal name and the organisation number under Settings → Payments first.',
  },
} as const

const noVatNumber = {
  VAT_NUMBER_MISSING: {
    status: 409,
    message:
      'An invoice with VAT on it gives the seller’s VAT number. Enter it under Settings → Payments first.',
  },
} as const

/** What of the seller a run can't do without, as the code that it is refused with. */
export const sellerLack = z.enum(['SELLER_MISSING', 'VAT_NUMBER_MISSING'])
export type SellerLack = z.infer<typeof sellerLack>

export const invoiceContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/invoices',
      tags,
      summary: 'Invoices and credit notes, the newest first',
    })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^\d+$/),
        kind: invoiceKind.optional(),
        state: invoiceState.optional(),
        overdue: flag.describe('Only those with something left after the day they were due'),
        customerId: id.optional(),
        firstDay: localDate.optional().describe('Issued on or after'),
        lastDay: localDate.optional().describe('Issued on or before'),
        search: z.string().max(100).optional().describe('In number, reference, buyer'),
      }),
    )
    .output(page(invoice)),
  get: procedure
    .route({
      method: 'GET',
      path: '/invoices/{id}',
      tags,
      summary: 'An invoice with its lines, payments and credit notes',
    })
    .input(byId)
    .output(invoiceDetail),
  preview: procedure
    .route({
      method: 'POST',
      path: '/invoices/preview',
      tags,
      summary: 'What a run over a period would make, paper by paper; nothing is changed',
      description:
        'Bills that became final within the period and are settled by invoice, and what was corrected by its end of bills that were invoiced before.',
    })
    .input(
      z
        .strictObject({ ...period, customerIds: z.array(id).max(10_000).optional() })
        .refine(isInOrder, inOrder),
    )
    .output(
      z.object({
        drafts: z.array(invoiceDraft),
        backlog: invoiceBacklog,
        lacks: sellerLack.nullable().describe('What a run would be refused for'),
      }),
    ),
  run: procedure
    .route({
      method: 'POST',
      path: '/invoices/run',
      tags,
      summary: 'Make the invoices and credit notes of a period',
      description:
        'Each customer’s are made together or not at all. What has been invoiced isn’t again, so a run that broke off is simply run once more.',
    })
    .errors({ ...notSetUp, ...noVatNumber })
    .input(
      z
        .strictObject({
          ...period,
          customerIds: z.array(id).max(10_000).optional().describe('All of them where left out'),
        })
        .refine(isInOrder, inOrder),
    )
    .output(z.object({ outcomes: z.array(invoiceOutcome) })),
  pay: procedure
    .route({
      method: 'POST',
      path: '/invoices/{id}/payments',
      tags,
      successStatus: 201,
      summary: 'Say that money has come in for an invoice, or that it was paid back',
      description:
        'Below zero: what was paid back of an invoice that is overpaid since it was credited.',
    })
    .errors({
      NOTHING_LEFT: { status: 409, message: 'Nothing is left to pay on that invoice.' },
      ABOVE_LEFT: {
        status: 409,
        message:
          'That is more than is left on the invoice. Enter what is left here, and give the rest back or enter it on another invoice.',
        data: z.object({ leftMinor: z.int() }),
      },
    })
    .input(
      byId.extend({
        amountMinor: z.int().refine((minor) => minor !== 0, 'Give an amount that is not zero.'),
        paidOn: localDate.optional().describe('Today where left out'),
        note: z.string().trim().max(300).default(''),
      }),
    )
    .output(invoice),
  undoPayment: procedure
    .route({
      method: 'POST',
      path: '/invoice-payments/{id}/undo',
      tags,
      summary: 'Take back a payment that was entered on an invoice by mistake',
    })
    .errors({
      ALREADY_UNDONE: { status: 409, message: 'That payment has been taken back already.' },
    })
    .input(byId.extend({ note: z.string().trim().max(300).default('') }))
    .output(invoice),
  credit: procedure
    .route({
      method: 'POST',
      path: '/invoices/{id}/credit',
      tags,
      successStatus: 201,
      summary:
        'Credit all that is left of what an invoice asks for, by a credit note that names it',
      description:
        '`again`: its bills are as if they had never been invoiced, and the next run takes them. `nothing`: its bills are made nothing, and nobody is asked for them any more.',
    })
    .errors({
      ...notSetUp,
      NOT_CREDITABLE: {
        status: 409,
        message: 'There is nothing left to credit: it is a credit note, or all of it was credited.',
      },
    })
    .input(
      byId.extend({
        bills: z.enum(['again', 'nothing']),
        reason: z.string().trim().min(1, 'Say why it is credited.').max(300),
      }),
    )
    .output(invoice),
  remind: procedure
    .route({
      method: 'POST',
      path: '/invoices/{id}/remind',
      tags,
      summary: 'Count a reminder that was sent',
    })
    .errors({ NOTHING_LEFT: { status: 409, message: 'Nothing is left to pay on that invoice.' } })
    .input(byId)
    .output(invoice),
  terms: procedure
    .route({ method: 'GET', path: '/invoice-terms', tags, summary: 'How the site invoices' })
    .output(invoiceTerms),
  changeTerms: procedure
    .route({
      method: 'PATCH',
      path: '/invoice-terms',
      tags,
      summary: 'Change how the site invoices',
    })
    .errors({
      NUMBERS_BEGUN: {
        status: 409,
        message: 'The first number can’t be another once an invoice has been made.',
      },
    })
    .input(invoiceTermsWords.partial())
    .output(invoiceTerms),
}
