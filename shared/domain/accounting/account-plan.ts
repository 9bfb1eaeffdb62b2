import { z } from 'zod'

/** One of our accounts in the books: `means/cash`, `revenue/energy`, `vat/2500`; all customers are `customer`. */
export const bookAccount = z.object({
  id: z
    .string()
    .min(1)
    .max(60)
    .describe('Our account, or the group that is one account in the books'),
  number: z.string().regex(/^\d{4}$/, 'Give an account number of four digits.'),
  name: z.string().trim().min(1, 'Give the account a name.').max(60),
})
export type BookAccount = z.infer<typeof bookAccount>
