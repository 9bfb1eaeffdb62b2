import { useState } from 'react'
import { listKeeper } from '../../../live/list-keeper.ts'
import { useClient } from '../../../live/use-live.ts'
import { useLiveStore } from '../../../live/store.ts'
import { usePages } from '../../../live/use-pages.ts'
import type { Pages } from '../../../live/use-pages.ts'
import { listedPayments } from './payment-list.ts'
import type { ListParts } from './payment-list.ts'
import type { PaymentQuery } from './payment-query.ts'
import { rowKeeper } from './payment-row.ts'
import type { PaymentRow } from './payment-row.ts'

/** Few enough to be there at once, many enough that a hundred thousand take a few hundred questions. */
const PAGE = 500

/** The payments that fit a query, newest first: fetched page by page, the live rows laid over them. */
export function usePayments(query: PaymentQuery): Pages<PaymentRow> {
  const hub = useClient()
  const [rowsOf] = useState(paymentsKeeper)
  const pages = usePages(JSON.stringify(query), (after, signal) =>
    hub.payment.list(
      { ...query, limit: PAGE, ...(after === undefined ? {} : { after }) },
      { signal },
    ),
  )
  const { rows: fetched, complete } = pages
  const rows = useLiveStore(({ tables: { payment, bill } }) =>
    rowsOf(fetched, payment, bill, query, complete),
  )
  return { ...pages, rows }
}

/** Bills of cars that charge move every few seconds; the list is another only when a row of it is. */
function paymentsKeeper() {
  const rowOf = rowKeeper()
  return listKeeper(
    (
      fetched: ListParts['fetched'],
      payments: ListParts['payments'],
      bills: ListParts['bills'],
      query: PaymentQuery,
      complete: boolean,
    ) => listedPayments({ fetched, payments, bills, query, complete }, rowOf),
  )
}
