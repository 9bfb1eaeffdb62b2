import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/** Who pays and how they are dealt with: a fleet by invoice, a person on the spot. */
export const customerKind = z.enum(['fleet', 'person'])
export type CustomerKind = z.infer<typeof customerKind>

/** What papers for a customer are written in. */
export const customerLanguage = z.enum(['sv', 'en'])

/** What people tell of a customer. */
export const customerWords = z.strictObject({
  name: z.string().trim().min(1, 'Give the customer a name.').max(120),
  kind: customerKind,
  email: z.union([z.literal(''), z.email('Give an e-mail address such as kim@example.com.')]),
  phone: z.string().trim().max(30),
  reference: z.string().trim().max(60).describe('The customer’s own number or reference'),
  group: z
    .string()
    .trim()
    .max(60)
    .describe('A word that several share, such as residents: tariffs can be made for it'),
  organisationNumber: z.string().trim().max(30),
  vatNumber: z.string().trim().max(30),
  billingAddress: z.string().trim().max(400).describe('Where invoices go, line by line'),
  language: customerLanguage.describe('Of their invoices'),
  note: z.string().max(2_000),
})
export type CustomerWords = z.infer<typeof customerWords>

/** What invoices need to know of a customer, as long as nobody has told it. */
export const untoldBilling = {
  organisationNumber: '',
  vatNumber: '',
  billingAddress: '',
  language: 'sv',
} as const satisfies Partial<CustomerWords>

/** Somebody whose vehicles charge here. */
export const customer = z.object({
  id,
  ...customerWords.shape,
  archivedAt: instant.nullable(),
  mergedInto: id.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Customer = z.infer<typeof customer>
