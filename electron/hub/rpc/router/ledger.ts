import { implement } from '@orpc/server'
import { ledgerContract } from '../../../../shared/contract/ledger.ts'
import { trialBalance } from '../../ledger/balance.ts'
import { listEntries } from '../../ledger/list.ts'
import { verifyLedger } from '../../ledger/verify.ts'
import { verifyChecks } from '../../ledger/verify-checks.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(ledgerContract).$context<Caller>().use(everyCall)

export function ledgerRouter({ store: { reads } }: Pick<RouterParts, 'store'>) {
  return {
    entries: on.entries.handler(({ input }) => listEntries(reads, input)),
    balances: on.balances.handler(async ({ input }) => ({
      rows: await trialBalance(reads, input),
    })),
    verify: on.verify.handler(({ signal }) =>
      verifyLedger(reads, { checks: verifyChecks, signal }),
    ),
  }
}
