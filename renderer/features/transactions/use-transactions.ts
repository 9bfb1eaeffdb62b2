import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { mergeLive } from './transaction-list.ts'
import { matchesQuery } from './transaction-query.ts'
import type { TransactionQuery } from './transaction-query.ts'

export type TransactionList = {
  state: 'loading' | 'ready' | 'failed'
  rows: Transaction[]
  /** Whether there are older ones that have not been fetched. */
  more: boolean
  error: unknown
  older: () => void
  reload: () => void
}

const PAGE = 200
type Older = { key: string; rows: Transaction[]; next: string | null }

/**
 * The transactions that fit a query, newest first: fetched page by page, with the live rows laid over them.
 * Keep `query` the same object while it asks the same.
 */
export function useTransactions(query: TransactionQuery): TransactionList {
  const client = useClient()
  const live = useRows('transaction')
  const stations = useRows('station')
  const key = JSON.stringify(query)
  const first = useQuery(key, () => client.transaction.list({ ...query, limit: PAGE }))
  const [older, setOlder] = useState<Older | null>(null)
  const [error, setError] = useState<unknown>(null)
  const fetching = useRef(false)
  useEffect(() => {
    setOlder(null)
    setError(null)
  }, [key, first.data])

  const mine = older?.key === key ? older : null
  const next = mine ? mine.next : (first.data?.next ?? null)
  const rows = useMemo(() => {
    const byId = new Map(stations.map((station) => [station.id, station]))
    const fitting = live.filter((row) => matchesQuery(row, query, byId.get(row.stationId)))
    // A fetched row that has ceased to fit, such as a running one that has stopped, is known by its live self.
    const now = new Map(live.map((row) => [row.id, row]))
    const fetched = [...(first.data?.rows ?? []), ...(mine?.rows ?? [])].filter((row) => {
      const self = now.get(row.id)
      return self === undefined || matchesQuery(self, query, byId.get(row.stationId))
    })
    return mergeLive(fetched, fitting, next === null)
  }, [live, stations, query, first.data, mine, next])

  const fetchOlder = useCallback(() => {
    if (next === null || fetching.current) return
    fetching.current = true
    client.transaction
      .list({ ...query, limit: PAGE, after: next })
      .then(
        (page) =>
          setOlder((held) => ({
            key,
            rows: [...(held?.key === key ? held.rows : []), ...page.rows],
            next: page.next,
          })),
        setError,
      )
      .finally(() => {
        fetching.current = false
      })
  }, [client, query, key, next])

  return {
    state: first.state,
    rows,
    more: next !== null,
    error: error ?? first.error ?? null,
    older: fetchOlder,
    reload: first.reload,
  }
}
