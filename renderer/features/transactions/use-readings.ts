import { useCallback, useEffect, useRef, useState } from 'react'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { HubClient } from '../../live/link.ts'
import { useClient } from '../../live/use-live.ts'

type ReadingsPage = Awaited<ReturnType<HubClient['transaction']['readings']>>
export type Reading = ReadingsPage['rows'][number]

export type Readings = {
  state: 'loading' | 'ready' | 'failed'
  rows: Reading[]
  more: boolean
  error: unknown
  fetchMore: () => void
  retry: () => void
}

const PAGE = 100
/** A page and where it begins, so that the last one can be asked for again as it grows. */
type Held = { after: string | undefined; page: ReadingsPage }

/** A transaction's readings, oldest first, page by page; the last page is fetched anew when more is measured. */
export function useReadings(transaction: Transaction): Readings {
  const client = useClient()
  const { id, sampledAt, state } = transaction
  const [held, setHeld] = useState<Held[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [turn, setTurn] = useState(0)
  const latest = useRef(held)
  latest.current = held

  const ask = useCallback(
    (after: string | undefined) =>
      client.transaction.readings({ id, limit: PAGE, ...(after ? { after } : {}) }),
    [client, id],
  )
  useEffect(() => {
    let stale = false
    const last = latest.current?.at(-1)
    // Further pages wait to be asked for; only an open end can have grown.
    if (last && last.page.next !== null) return
    ask(last?.after).then(
      (page) => {
        if (stale) return
        setHeld((before) => [...(before ?? []).slice(0, -1), { after: last?.after, page }])
        setError(null)
      },
      (failure: unknown) => stale || setError(failure),
    )
    return () => {
      stale = true
    }
  }, [ask, sampledAt, state, turn])

  const next = held?.at(-1)?.page.next ?? null
  return {
    state: held !== null ? 'ready' : error === null ? 'loading' : 'failed',
    rows: (held ?? []).flatMap((entry) => entry.page.rows),
    more: next !== null,
    error,
    fetchMore: () => {
      if (next === null) return
      ask(next).then(
        (page) => setHeld((before) => [...(before ?? []), { after: next, page }]),
        setError,
      )
    },
    retry: () => setTurn((now) => now + 1),
  }
}
