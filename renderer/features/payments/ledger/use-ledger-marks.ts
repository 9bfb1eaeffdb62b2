import { listOf } from '../../../live/replica.ts'
import { useLiveStore } from '../../../live/store.ts'
import { useRows } from '../../../live/use-live.ts'

/** What tells that the ledger has moved, which is not live itself: a bill was made final, or money was. */
export function useLedgerMarks(): readonly unknown[] {
  const shifts = useRows('shift')
  // Not the bills themselves, since those of cars that charge move every few seconds and enter nothing.
  const revisions = useLiveStore(({ tables }) =>
    listOf(tables.bill).reduce((sum, { revision }) => sum + revision, 0),
  )
  return [revisions, useRows('payment'), useRows('refund'), useRows('dispute'), shifts]
}
