import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** The inner width of an element in px, kept up to date; boundless until it has been measured. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [widthPx, setWidthPx] = useState(Infinity)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const measure = () => setWidthPx(element.clientWidth)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [place])
  return widthPx
}
