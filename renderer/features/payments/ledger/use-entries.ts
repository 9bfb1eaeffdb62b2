import type { LedgerEntry } from '../../../../shared/domain/ledger/entry.ts'
import { useClient } from '../../../live/use-live.ts'
import { usePages } from '../../../live/use-pages.ts'
import type { Pages } from '../../../live/use-pages.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'
import { useLedgerMarks } from './use-ledger-marks.ts'

/**
 * The entries of the ledger, newest first; asked for anew when it has moved.
 * @param search null asks for none, while they are not shown
 * @param entered how often something was entered here, which nothing live tells
 */
export function useEntries(search: string | null, entered: number): Pages<LedgerEntry> {
  const hub = useClient()
  const text = search?.trim() ?? ''
  const pages = usePages(search === null ? 'entries' : `entries:${text}`, async (after, signal) => {
    if (search === null) return { rows: [], next: null }
    return hub.ledger.entries(
      {
        limit: 200,
        ...(text === '' ? {} : { search: text }),
        ...(after === undefined ? {} : { after }),
      },
      { signal },
    )
  })
  useReloadOn([...useLedgerMarks(), entered], pages.reload)
  return pages
}
