import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

/** What people may change of how the site invoices. Who sells is in the payment terms. */
export const invoiceTermsWords = z.strictObject({
  prefix: z
    .string()
    .trim()
    .max(12)
    .regex(/^[\p{L}\p{N}/-]*$/u, 'Letters, digits, - and / only.')
    .describe('Before each number'),
  firstNumber: z
    .int()
    .min(1)
    .max(999_999_999)
    .describe('Of the first invoice; fixed once there is one'),
  dueDays: z.int().min(0).max(120).describe('Days from the invoice to when it is to be paid'),
  bankgiro: z
    .string()
    .trim()
    .regex(/^$|^\d{3,4}-\d{4}$/, 'Give a bankgiro such as 5050-1055.'),
  plusgiro: z
    .string()
    .trim()
    .regex(/^$|^\d{1,7}-\d$/, 'Give a plusgiro such as 410054-3.'),
  iban: z
    .string()
    .trim()
    .regex(
      /^$|^[A-Z]{2}\d{2}[A-Z0-9 ]{11,34}$/,
      'Give an IBAN, such as SE45 5000 0000 0583 9825 7466.',
    ),
  bic: z
    .string()
    .trim()
    .regex(/^$|^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'Give a BIC of 8 or 11 characters.'),
  isFTax: z.boolean(),
  footer: z.string().trim().max(500).describe('Such as what late payment costs'),
})
export type InvoiceTermsWords = z.infer<typeof invoiceTermsWords>

/** How the site invoices, one row. */
export const invoiceTerms = z.object({
  id: z.literal('invoiceTerms'),
  ...invoiceTermsWords.shape,
  updatedAt: instant,
})
export type InvoiceTerms = z.infer<typeof invoiceTerms>

/** What a site begins with. */
export const firstInvoiceTerms: InvoiceTermsWords = {
  prefix: '',
  firstNumber: 1001,
  dueDays: 30,
  bankgiro: '',
  plusgiro: '',
  iban: '',
  bic: '',
  isFTax: false,
  footer: '',
}
