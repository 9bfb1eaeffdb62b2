import { z } from 'zod'
import { bookAccount } from '../domain/accounting/account-plan.ts'
import { localDate } from '../domain/booking/recurring.ts'
import { procedure } from './refusal.ts'

const tags = ['accounting']

/** A row of the account plan as people see it. */
export const accountPlanRow = z.object({
  ...bookAccount.shape,
  number: z.string().describe('Empty where it has none yet'),
  name: z.string(),
  isChanged: z.boolean().describe('Another than Laddplan begins with'),
  isUsed: z.boolean().describe('Something was entered on it'),
})
export type AccountPlanRow = z.infer<typeof accountPlanRow>

/** What goes into a file of vouchers. */
export const sieQuery = z.strictObject({
  from: localDate,
  until: localDate.describe('The last day, itself included'),
  per: z
    .enum(['day', 'entry'])
    .default('day')
    .describe('A voucher for each day and kind of entry, or for each entry'),
})
export type SieQuery = z.infer<typeof sieQuery>

/** What stands in the way of a file of vouchers. */
export const sieObstacle = z.discriminatedUnion('code', [
  z.object({ code: z.literal('unmapped'), accounts: z.array(z.string()) }),
  z.object({ code: z.literal('otherCurrency'), currencies: z.array(z.string()) }),
])
export type SieObstacle = z.infer<typeof sieObstacle>

export const accountingContract = {
  plan: procedure
    .route({
      method: 'GET',
      path: '/accounting/plan',
      tags,
      summary: 'Which account of the books each of ours is',
    })
    .output(z.object({ rows: z.array(accountPlanRow) })),
  changePlan: procedure
    .route({
      method: 'PUT',
      path: '/accounting/plan',
      tags,
      summary: 'Say which account of the books some of ours are; those left out stay',
    })
    .errors({
      NAMES_DIFFER: {
        status: 409,
        message: 'One number has two names. Give both rows the same.',
        data: z.object({ number: z.string() }),
      },
      NO_SUCH_ACCOUNT: {
        status: 409,
        message: 'That is none of our accounts.',
        data: z.object({ id: z.string() }),
      },
    })
    .input(z.strictObject({ rows: z.array(bookAccount).min(1).max(200) }))
    .output(z.object({ rows: z.array(accountPlanRow) })),
}
