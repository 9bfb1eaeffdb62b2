import { useMemo, useState } from 'react'
import { useClient } from '../../../live/use-live.ts'
import { useLiveStore } from '../../../live/store.ts'
import { usePages } from '../../../live/use-pages.ts'
import { listedPayments } from './payment-list.ts'
import type { PaymentQuery } from './payment-query.ts'
import { rowKeeper } from './payment-row.ts'
import type { PaymentRow } from './payment-row.ts'

/** Few enough to be there at once, many enough that a hundred thousand take a few hundred questions. */
const PAGE = 500

export type PaymentPages = {
  state: 'loading' | 'ready' | 'failed'
  rows: readonly PaymentRow[]
  complete: boolean
  error: unknown
  more: () => void
  reload: () => void
}

/** The payments that fit a query, newest first: fetched page by page, the live rows laid over them. */
export function usePayments(query: PaymentQuery): PaymentPages {
  const hub = useClient()
  const payments = useLiveStore(({ tables }) => tables.payment)
  const bills = useLiveStore(({ tables }) => tables.bill)
  const [rowOf] = useState(rowKeeper)
  const pages = usePages(JSON.stringify(query), (after, signal) =>
    hub.payment.list(
      { ...query, limit: PAGE, ...(after === undefined ? {} : { after }) },
      { signal },
    ),
  )
  const { rows: fetched, complete } = pages
  const rows = useMemo(
    () => listedPayments({ fetched, payments, bills, query, complete }, rowOf),
    [fetched, payments, bills, query, complete, rowOf],
  )
  return { ...pages, rows }
}
