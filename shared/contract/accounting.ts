import { z } from 'zod'
import { bookFile } from '../domain/accounting/book-file.ts'
import { bookAccount } from '../domain/accounting/account-plan.ts'
import { cdrTerms, cdrTermsWords } from '../domain/cdr/cdr-terms.ts'
import { reportJob } from '../domain/report/job.ts'
import { sieQuery } from '../domain/accounting/sie-query.ts'
import { procedure } from './refusal.ts'
import { jobRefusals, ticket } from './report.ts'

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

/** What a file of vouchers would come to on an account of the books. */
export const bookedSum = z.object({
  number: z.string(),
  name: z.string(),
  debitMinor: z.int(),
  creditMinor: z.int().describe('Zero or above'),
})
export type BookedSum = z.infer<typeof bookedSum>

/** What a file of vouchers would hold, and what stands in its way. */
export const sieCheck = z.object({
  currency: z.string(),
  entries: z.int(),
  sums: z.array(bookedSum).describe('By number; debits are as much as credits'),
  unmapped: z
    .array(z.string())
    .describe('Our accounts that have no number in the books: they need one first'),
  otherCurrencies: z
    .array(z.string())
    .describe('What was entered in these goes into files of their own'),
})
export type SieCheck = z.infer<typeof sieCheck>

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
  check: procedure
    .route({
      method: 'GET',
      path: '/accounting/check',
      tags,
      summary: 'What a file of vouchers would hold, and what stands in its way',
      description: 'The file itself is `GET /api/accounting/sie` with the same questions.',
    })
    .input(sieQuery)
    .output(sieCheck),
  export: procedure
    .route({
      method: 'POST',
      path: '/accounting/export',
      tags,
      successStatus: 202,
      summary: 'Write a file for other books to the place that a person has chosen',
      description:
        'Answers at once; follow the job as that of a report. Scripts read the same files from `GET /api/accounting/sie`, `/api/cdrs` and `/api/invoices.csv`.',
    })
    .errors({
      ...jobRefusals,
      ACCOUNTS_UNMAPPED: {
        status: 409,
        message: 'Some accounts have no number in the books. Give them one in the account plan.',
        data: z.object({ accounts: z.array(z.string()) }),
      },
      CDR_TERMS_MISSING: {
        status: 409,
        message: 'Charge detail records name the operator and the place. Tell those first.',
        data: z.object({ words: z.array(z.string()) }),
      },
    })
    .input(
      z.strictObject({
        file: bookFile,
        ticket,
        fileName: z
          .string()
          .regex(/^[^/\\:*?"<>|\p{Cc}]{1,80}\.(si|json|csv)$/u, 'Give a plain file name.')
          .optional()
          .describe('Where the ticket is of a folder: what the file is called in it'),
      }),
    )
    .output(reportJob),
  cdrTerms: procedure
    .route({
      method: 'GET',
      path: '/accounting/cdr-terms',
      tags,
      summary: 'Who the site is to roaming partners',
    })
    .output(cdrTerms),
  changeCdrTerms: procedure
    .route({
      method: 'PATCH',
      path: '/accounting/cdr-terms',
      tags,
      summary: 'Change who the site is to roaming partners',
    })
    .input(cdrTermsWords.partial())
    .output(cdrTerms),
}
