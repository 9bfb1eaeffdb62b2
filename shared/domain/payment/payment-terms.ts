import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { amountMinor } from '../bill/bill.ts'
import { paymentMeans } from './payment.ts'

/** When a booking is paid: not before it is over, beforehand if the booker wants to, or always beforehand. */
export const payWhileBooking = z.enum(['no', 'may', 'must'])

/** Where a payer comes who has paid on a page of Stripe's: a page on the web, or empty for none of the site's. */
const returnUrl = z.literal('').or(z.url({ protocol: /^https$/ }).max(500))

/** What people may change of how the site takes payment. */
export const paymentTermsWords = z.strictObject({
  legalName: z.string().trim().max(120).describe('Who sells, for receipts'),
  organisationNumber: z.string().trim().max(30),
  vatNumber: z.string().trim().max(30),
  address: z.array(z.string().trim().max(80)).max(5),
  receiptFooter: z.string().trim().max(500),
  means: z.array(paymentMeans).describe('What the desk offers'),
  payWhileBooking,
  payWithinMin: z
    .int()
    .min(30)
    .max(1_440)
    .describe('How long a link to pay lives; Stripe takes 30 min to 24 h'),
  holdMinor: amountMinor
    .min(0)
    .describe(
      'Held on a card at the start where the tariff names nothing; 0: sized by the estimate',
    ),
  refundsUnused: z.boolean().describe('Gives back by itself what was paid ahead and not used'),
  returnUrl: returnUrl.describe(
    'Where a payer comes after paying, https; empty: a neutral page that says nothing of the site',
  ),
  locationId: z.string().nullable().describe('Stripe Terminal location of the desk’s readers'),
})
export type PaymentTermsWords = z.infer<typeof paymentTermsWords>

/** How the site takes payment, one row. */
export const paymentTerms = z.object({
  id: z.literal('paymentTerms'),
  ...paymentTermsWords.shape,
  updatedAt: instant,
})
export type PaymentTerms = z.infer<typeof paymentTerms>

/** What a site begins with. */
export const firstPaymentTerms: PaymentTermsWords = {
  legalName: '',
  organisationNumber: '',
  vatNumber: '',
  address: [],
  receiptFooter: '',
  means: ['checkout', 'reader', 'swish', 'cash', 'invoice', 'externalTerminal', 'voucher'],
  payWhileBooking: 'may',
  payWithinMin: 30,
  holdMinor: 0,
  refundsUnused: true,
  returnUrl: '',
  locationId: null,
}
