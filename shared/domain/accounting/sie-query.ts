import { z } from 'zod'
import { localDate } from '../booking/recurring.ts'

/** What goes into a file of vouchers. */
export const sieQuery = z.strictObject({
  firstDay: localDate,
  lastDay: localDate.describe('Itself included'),
  per: z
    .enum(['day', 'entry'])
    .default('day')
    .describe('A voucher for each day and kind of entry, or for each entry'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Give a three-letter ISO 4217 currency code such as SEK.')
    .optional()
    .describe('The site’s where left out; each currency has a file of its own'),
})
export type SieQuery = z.infer<typeof sieQuery>
