import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { account } from '../domain/ledger/account.ts'
import { accountBalance } from '../domain/ledger/balance.ts'
import { entryKind, ledgerEntry } from '../domain/ledger/entry.ts'
import { verifyEvent } from '../domain/ledger/verdict.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['ledger']

const period = {
  from: z.coerce.number().int().optional().describe('Entered at or after, epoch ms'),
  until: z.coerce.number().int().optional().describe('Entered before, epoch ms'),
}

const entriesQuery = z.strictObject({
  ...pageQuery,
  after: cursor(/^\d+$/),
  account: account.optional().describe('With a line on that account'),
  kind: entryKind.optional(),
  billId: id.optional(),
  paymentId: id.optional(),
  payoutId: z.string().max(100).optional(),
  disputeId: z.string().max(100).optional(),
  ...period,
  search: z.string().max(100).optional().describe('Words of the text, or how they begin'),
})
/** What may be asked of the ledger's entries. */
export type LedgerQuery = z.infer<typeof entriesQuery>

/** What an accountant writes down that no other act enters. */
const writtenDown = z.strictObject({
  what: z
    .enum(['terminalSettled', 'safeToBank', 'bankToSafe'])
    .describe('Another card terminal’s money came to the bank; cash went there, or was fetched'),
  amountMinor: z.int().min(1, 'Give an amount above zero.').max(99_999_999_99),
  feeMinor: z
    .int()
    .min(0)
    .max(99_999_999_99)
    .default(0)
    .describe('Of the terminal: what was kept of the money, beside the amount that came'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('Left out: the site’s'),
  reference: z.string().trim().min(1, 'Give the number of the statement or slip.').max(120),
})
export type WrittenDown = z.infer<typeof writtenDown>

export const ledgerContract = {
  writeDown: procedure
    .route({
      method: 'POST',
      path: '/ledger/entries',
      tags,
      successStatus: 201,
      summary: 'Enter what came to the bank from another card terminal, or cash to and from it',
    })
    .errors({
      FEE_OF_TERMINAL: { status: 409, message: 'Only a terminal keeps a fee of what it settles.' },
    })
    .input(writtenDown)
    .output(ledgerEntry),
  entries: procedure
    .route({
      method: 'GET',
      path: '/ledger/entries',
      tags,
      summary: 'Entries of the ledger, newest first',
    })
    .input(entriesQuery)
    .output(page(ledgerEntry)),
  balances: procedure
    .route({
      method: 'GET',
      path: '/ledger/balances',
      tags,
      summary:
        'What was entered on each account over a period, or up to an instant: a trial balance',
      description:
        'Without `from` the balances are what stands on the accounts at `until`. All balances of a currency sum to zero.',
    })
    .input(
      z.strictObject({
        ...period,
        by: z
          .enum(['account', 'group'])
          .default('account')
          .describe('By group all customers are one row, all means another'),
      }),
    )
    .output(z.object({ rows: z.array(accountBalance) })),
  verify: procedure
    .route({
      method: 'GET',
      path: '/ledger/verify',
      tags,
      summary: 'Verify the whole ledger (server-sent events): progress, and at last the verdict',
    })
    .output(eventIterator(verifyEvent)),
}
