import { useState } from 'react'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { listKeeper } from '../../../live/list-keeper.ts'
import { listOf } from '../../../live/replica.ts'
import { useLiveStore } from '../../../live/store.ts'
import { useClient } from '../../../live/use-live.ts'
import { usePages } from '../../../live/use-pages.ts'
import type { Pages } from '../../../live/use-pages.ts'
import { unpaidBills } from './unpaid-bills.ts'

/** The bills that somebody still has to pay, the oldest debt first; the live rows laid over what was fetched. */
export function useUnpaid(): Pages<Bill> {
  const hub = useClient()
  const [rowsOf] = useState(() => listKeeper(unpaidBills))
  const pages = usePages('unpaid', (after, signal) =>
    hub.bill.list(
      { unpaid: true, limit: 500, ...(after === undefined ? {} : { after }) },
      { signal },
    ),
  )
  const rows = useLiveStore(({ tables }) => rowsOf(pages.rows, listOf(tables.bill)))
  return { ...pages, rows }
}
