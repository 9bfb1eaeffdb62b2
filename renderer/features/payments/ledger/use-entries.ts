import { useEffect, useRef } from 'react'
import type { LedgerEntry } from '../../../../shared/domain/ledger/entry.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { usePages } from '../../../live/use-pages.ts'
import type { Pages } from '../../../live/use-pages.ts'

/** The entries of the ledger, newest first; asked for anew when a payment or a bill has changed. */
export function useEntries(search: string): Pages<LedgerEntry> {
  const hub = useClient()
  const text = search.trim()
  const pages = usePages(`entries:${text}`, (after, signal) =>
    hub.ledger.entries(
      {
        limit: 200,
        ...(text === '' ? {} : { search: text }),
        ...(after === undefined ? {} : { after }),
      },
      { signal },
    ),
  )
  // The ledger itself is not live: it moves when one of these does.
  const payments = useRows('payment')
  const refunds = useRows('refund')
  const reload = useRef(pages.reload)
  reload.current = pages.reload
  const seen = useRef({ payments, refunds })
  useEffect(() => {
    if (seen.current.payments === payments && seen.current.refunds === refunds) return
    seen.current = { payments, refunds }
    reload.current()
  }, [payments, refunds])
  return pages
}
