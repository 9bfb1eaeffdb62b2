import { useEffect, useRef } from 'react'
import { useLiveStore } from './store.ts'

/** Calls `reload` when somebody comes back to the window, or the hub does: others may have changed what isn't live. */
export function useReloadOnReturn(reload: () => void): void {
  const isLive = useLiveStore(({ connection }) => connection.state === 'live')
  const latest = useRef(reload)
  latest.current = reload
  const wasLost = useRef(false)
  useEffect(() => {
    if (isLive && wasLost.current) latest.current()
    wasLost.current = !isLive
  }, [isLive])
  useEffect(() => {
    const back = () => latest.current()
    window.addEventListener('focus', back)
    return () => window.removeEventListener('focus', back)
  }, [])
}
