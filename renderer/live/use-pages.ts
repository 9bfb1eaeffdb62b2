import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchAsFar } from './fetch-as-far.ts'
import type { Page } from './fetch-as-far.ts'
import { useOnHubReturn } from './use-on-return.ts'

/** A long list fetched page by page. */
export type Pages<Row> = {
  state: 'loading' | 'ready' | 'failed'
  rows: readonly Row[]
  /** Whether the whole list is here. */
  complete: boolean
  error: unknown
  /** Fetches the next page, unless one is on its way or there is none. */
  more: () => void
  reload: () => void
}

type Held<Row> = {
  key: string
  rows: readonly Row[]
  next: string | null
  error: unknown
  ready: boolean
}

/** How many rows are fetched anew at most; who had come further begins there again. */
const MOST_ANEW = 1_000

/**
 * Asks for the first page once per `key`, again after `reload` and when the hub comes back, and for the others by `more`.
 * The old rows stay until the first page of a new question is here; asked anew, as far as somebody had come, so that they
 * don't lose their place.
 */
export function usePages<Row>(
  key: string,
  ask: (after: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
): Pages<Row> {
  const [turn, setTurn] = useState(0)
  const [held, setHeld] = useState<Held<Row>>({
    key: '',
    rows: [],
    next: null,
    error: null,
    ready: false,
  })
  const latest = useRef(ask)
  latest.current = ask
  const shown = useRef(held)
  shown.current = held
  const stop = useRef(new AbortController())
  const underWay = useRef(false)

  const fetchPage = useCallback(
    async (forKey: string, before: readonly Row[], after: string | undefined, atLeast = 0) => {
      const signal = stop.current.signal
      underWay.current = true
      try {
        const pageAfter = (from: string | undefined) => latest.current(from, signal)
        const { rows, next } = await fetchAsFar(pageAfter, after, atLeast)
        if (signal.aborted) return
        setHeld({ key: forKey, rows: [...before, ...rows], next, error: null, ready: true })
      } catch (error) {
        if (!signal.aborted) setHeld((known) => ({ ...known, key: forKey, error, ready: true }))
      } finally {
        if (!signal.aborted) underWay.current = false
      }
    },
    [],
  )

  useEffect(() => {
    stop.current = new AbortController()
    const mine = stop.current
    const { key: heldKey, rows } = shown.current
    const asFar = heldKey === key ? Math.min(rows.length, MOST_ANEW) : 0
    void fetchPage(key, [], undefined, asFar)
    return () => mine.abort()
  }, [key, turn, fetchPage])

  const reload = () => setTurn((now) => now + 1)
  useOnHubReturn(reload)
  const current = held.key === key
  return {
    state: !current || !held.ready ? 'loading' : held.error === null ? 'ready' : 'failed',
    rows: held.rows,
    complete: current && held.next === null,
    error: current ? held.error : null,
    more: () => {
      if (underWay.current || !current || held.next === null) return
      void fetchPage(key, held.rows, held.next)
    },
    reload,
  }
}
