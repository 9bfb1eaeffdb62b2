import { z } from 'zod'
import { accountNature } from './account.ts'

/** An amount of one currency. */
export const currencySum = z.object({ currency: z.string(), amountMinor: z.int() })
export type CurrencySum = z.infer<typeof currencySum>

/** What was entered on an account: its row of a trial balance. All rows' balances of a currency sum to zero. */
export const accountBalance = z.object({
  account: z.string().describe('Or the group, such as `customer`, when told by group'),
  nature: accountNature,
  currency: z.string(),
  debitMinor: z.int(),
  creditMinor: z.int().describe('Zero or above'),
  balanceMinor: z.int().describe('Debit less credit'),
})
export type AccountBalance = z.infer<typeof accountBalance>
