import { implement } from '@orpc/server'
import { ledgerContract } from '../../../../shared/contract/ledger.ts'
import { trialBalance } from '../../ledger/balance.ts'
import { listEntries } from '../../ledger/list.ts'
import { writeDown } from '../../ledger/write-down.ts'
import { verifyLedger } from '../../ledger/verify.ts'
import { verifyChecks } from '../../ledger/verify-checks.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(ledgerContract).$context<Caller>().use(everyCall)

export function ledgerRouter({ store }: Pick<RouterParts, 'store'>) {
  const { reads } = store
  return {
    writeDown: on.writeDown.handler(({ input, context, errors }) =>
      workOnce(store, context, 'ledger.writeDown', input, (tx) => {
        const entry = writeDown(tx, input)
        if (entry === null) throw errors.FEE_OF_TERMINAL()
        return entry
      }),
    ),
    entries: on.entries.handler(({ input }) => listEntries(reads, input)),
    balances: on.balances.handler(async ({ input }) => ({
      rows: await trialBalance(reads, input),
    })),
    verify: on.verify.handler(({ signal }) =>
      verifyLedger(reads, { checks: verifyChecks, signal }),
    ),
  }
}
