import { useMemo } from 'react'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { usePages } from '../../../live/use-pages.ts'
import type { Pages } from '../../../live/use-pages.ts'
import { unpaidBills } from './unpaid-bills.ts'

/** The bills that somebody still has to pay, the oldest debt first; the live rows laid over what was fetched. */
export function useUnpaid(): Pages<Bill> {
  const hub = useClient()
  const live = useRows('bill')
  const pages = usePages('unpaid', (after, signal) =>
    hub.bill.list(
      { unpaid: true, limit: 500, ...(after === undefined ? {} : { after }) },
      { signal },
    ),
  )
  const rows = useMemo(() => unpaidBills(pages.rows, live), [pages.rows, live])
  return { ...pages, rows }
}
