import { useCallback, useEffect, useRef, useState } from 'react'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { OcppMessage } from '../../../../shared/domain/ocpp-message/ocpp-message.ts'
import { useClient, useConnection } from '../../../live/use-live.ts'
import { withNewest, withOlder } from './wire-log-pages.ts'
import type { WireLogPages } from './wire-log-pages.ts'

/** What the log is narrowed to, as the hub's `ocppMessage.list` takes it. */
export type WireLogFilter = {
  direction?: OcppMessage['direction']
  action?: string
  trouble?: boolean
  search?: string
}

export type WireLog = {
  state: 'loading' | 'ready' | 'failed'
  rows: readonly OcppMessage[]
  error: unknown
  /** Fetches the next older page, when there is one and none is under way. */
  older: () => void
  retry: () => void
}

const PAGE = 200
/** The log is not among the live tables, so it is asked for again while it is followed. */
const FOLLOW_MS = 2_000

/** A station's wire log, newest first; followed while `live`, with older pages on demand. */
export function useWireLog(stationId: Id, filter: WireLogFilter, live: boolean): WireLog {
  const client = useClient()
  const connected = useConnection().state === 'live'
  const [pages, setPages] = useState<WireLogPages | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [turn, setTurn] = useState(0)
  const fetchingOlder = useRef(false)
  const key = JSON.stringify([stationId, filter])
  const current = useRef(key)
  const asked = useRef('')
  const query = useRef(filter)
  query.current = filter

  useEffect(() => {
    current.current = key
    setPages(null)
    setError(null)
  }, [key])

  useEffect(() => {
    const stop = new AbortController()
    const ask = async () => {
      try {
        const page = await client.ocppMessage.list({ stationId, ...query.current, limit: PAGE })
        if (stop.signal.aborted) return
        setPages((held) => withNewest(held, page))
        setError(null)
      } catch (failure) {
        if (!stop.signal.aborted) setError(failure)
      }
    }
    // A paused log is asked for once, and again when the question changes.
    const question = `${key}:${turn}`
    if (live || asked.current !== question) void ask()
    asked.current = question
    const timer = live ? setInterval(() => document.hidden || void ask(), FOLLOW_MS) : undefined
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [client, stationId, key, live, turn, connected])

  const older = useCallback(() => {
    if (pages === null || pages.next === null || fetchingOlder.current) return
    fetchingOlder.current = true
    client.ocppMessage
      .list({ stationId, ...query.current, limit: PAGE, after: pages.next })
      .then(
        (page) =>
          current.current === key &&
          setPages((held) => (held === null ? held : withOlder(held, page))),
        (failure: unknown) => setError(failure),
      )
      .finally(() => {
        fetchingOlder.current = false
      })
  }, [client, stationId, pages, key])

  return {
    state: pages !== null ? 'ready' : error === null ? 'loading' : 'failed',
    rows: pages?.rows ?? [],
    error,
    older,
    retry: () => setTurn((now) => now + 1),
  }
}
