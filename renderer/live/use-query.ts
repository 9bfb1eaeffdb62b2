import { useEffect, useRef, useState } from 'react'
import { useLiveStore } from './store.ts'

/** What a question to the hub has brought so far. */
export type Query<Output> = {
  state: 'loading' | 'ready' | 'failed'
  data: Output | undefined
  error: unknown
  reload: () => void
}

/**
 * Asks the hub once per `key`, again after `reload` and when the hub comes back. The old answer stays while a
 * new one is fetched, so that a list does not flash.
 */
export function useQuery<Output>(
  key: string,
  ask: (signal: AbortSignal) => Promise<Output>,
): Query<Output> {
  const [turn, setTurn] = useState(0)
  const [answer, setAnswer] = useState<{ key: string; data?: Output; error?: unknown } | null>(null)
  const epoch = useLiveStore(
    (live) => `${live.position?.epoch}:${live.connection.state === 'live'}`,
  )
  const latest = useRef(ask)
  latest.current = ask

  useEffect(() => {
    const stop = new AbortController()
    latest.current(stop.signal).then(
      (data) => stop.signal.aborted || setAnswer({ key, data }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        setAnswer((before) => ({ ...(before?.key === key ? before : { key }), error }))
      },
    )
    return () => stop.abort()
  }, [key, turn, epoch])

  const mine = answer?.key === key ? answer : null
  const state = mine === null ? 'loading' : mine.error !== undefined ? 'failed' : 'ready'
  return { state, data: mine?.data, error: mine?.error, reload: () => setTurn((now) => now + 1) }
}
