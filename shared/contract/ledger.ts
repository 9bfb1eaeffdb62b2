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

export const ledgerContract = {
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
