import { useEffect, useRef } from 'react'
import { useLiveStore } from './store.ts'

/** Acts when the hub is there again after it was lost. */
export function useOnHubReturn(act: () => void): void {
  const isLost = useLiveStore(({ connection }) => connection.state === 'lost')
  const wasLost = useRef(isLost)
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (wasLost.current && !isLost) latest.current()
    wasLost.current = isLost
  }, [isLost])
}

/** Acts when somebody comes back to the window: others may have changed meanwhile what isn't live. */
export function useOnFocus(act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const back = () => latest.current()
    window.addEventListener('focus', back)
    return () => window.removeEventListener('focus', back)
  }, [])
}
