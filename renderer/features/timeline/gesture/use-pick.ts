import { type RefObject, useEffect, useRef } from 'react'
import type { TimelineData } from '../use-timeline-data.ts'
import { type Held, letGo, moveTo, putDown, useHand } from './hand.ts'
import { pointAt } from './pointer.ts'
import { targetUnder } from './spot.ts'

/**
 * The way without dragging: what was picked up follows the pointer, pressed or not, and a click puts it down. Escape
 * leaves it where it was.
 */
export function usePick(
  root: RefObject<HTMLElement | null>,
  data: TimelineData,
  onDrop: (held: Held) => void,
): void {
  const latest = useRef({ data, onDrop })
  latest.current = { data, onDrop }
  useEffect(() => {
    const element = root.current
    if (element === null) return
    const stop = new AbortController()
    const { signal } = stop
    const isPicked = (): boolean => {
      const grip = useHand.getState().held?.grip
      return grip === 'pick' || grip === 'keys'
    }
    const move = (event: PointerEvent): void => {
      if (useHand.getState().held?.grip !== 'pick') return
      pointAt(event)
      moveTo(targetUnder(event, element, latest.current.data.rows))
    }
    const click = (event: MouseEvent): void => {
      if (!isPicked()) return
      const inGrid = event.target instanceof Element && event.target.closest('.lp-tl-track')
      if (!inGrid) return
      event.stopPropagation()
      if (useHand.getState().held?.grip === 'pick')
        moveTo(targetUnder(event, element, latest.current.data.rows))
      const held = putDown()
      if (held !== null) latest.current.onDrop(held)
    }
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !isPicked()) return
      event.preventDefault()
      event.stopPropagation()
      letGo()
    }
    element.addEventListener('pointermove', move, { signal })
    element.addEventListener('click', click, { signal, capture: true })
    window.addEventListener('keydown', key, { signal, capture: true })
    return () => stop.abort()
  }, [root])
}
