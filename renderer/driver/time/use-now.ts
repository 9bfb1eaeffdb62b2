import { useEffect, useState } from 'preact/hooks'
import type { Instant } from '../../../shared/time/instant.ts'

/** The hub's clock, as far as this phone knows it, each `everyMs`. @param aheadMs how far the hub's is ahead of the phone's */
export function useNow(aheadMs: number, everyMs = 5_000): Instant {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, everyMs)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [everyMs])
  return now + aheadMs
}
