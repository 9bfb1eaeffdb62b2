import { useEffect, useState } from 'react'
import type { Instant } from '../../../../shared/time/instant.ts'
import { shownRange, useTimelineView } from '../view-store.ts'

/** So long the view has to rest before what is reckoned of it is reckoned anew, ms. */
const RESTS_MS = 150

/** The stretch of time on screen, told once the view has come to rest. */
export function useRestingRange(): { readonly from: Instant; readonly until: Instant } {
  const [range, setRange] = useState(shownRange)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setRange(shownRange()), RESTS_MS)
    }
    later()
    const unsubscribe = useTimelineView.subscribe((view, before) => {
      if (view.scale !== before.scale || view.widthPx !== before.widthPx) later()
    })
    return () => {
      unsubscribe()
      clearTimeout(timer)
    }
  }, [])
  return range
}
