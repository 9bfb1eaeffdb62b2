import { useEffect } from 'react'
import type { RefObject } from 'react'
import { HEAD_PX } from './geometry.ts'
import { pan, zoom } from './view-store.ts'

/** A wheel's notch is some 100 px; a pinch comes as small steps with Ctrl. */
const NOTCH_PX = 40
const ZOOM_PER_NOTCH_PX = 0.0016
const ZOOM_PER_PINCH_PX = 0.012
const LINE_PX = 16

/**
 * Lets wheel and pointer move the time: Ctrl+wheel and pinch zoom around the pointer, Shift+wheel and a trackpad go
 * sideways, so do dragging the axis (`[data-pan]`) and the middle button anywhere. Several events in one frame are one
 * step.
 */
export function usePanZoom(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (element === null) return
    const stop = new AbortController()
    const { signal } = stop
    let panPx = 0
    let factor = 1
    let zoomX = 0
    let frame = 0
    const due = () => {
      frame = 0
      const [px, by] = [panPx, factor]
      panPx = 0
      factor = 1
      if (by !== 1) zoom(by, zoomX)
      if (px !== 0) pan(px)
    }
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(due)
    }

    const wheel = (event: WheelEvent) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        const per = Math.abs(dy) < NOTCH_PX ? ZOOM_PER_PINCH_PX : ZOOM_PER_NOTCH_PX
        factor *= Math.exp(-dy * per)
        zoomX = event.clientX - element.getBoundingClientRect().left - HEAD_PX
        soon()
      } else if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) {
        event.preventDefault()
        panPx += dx === 0 ? dy : dx
        soon()
      }
    }
    let grip: { pointerId: number; x: number } | null = null
    const down = (event: PointerEvent) => {
      const onAxis = event.target instanceof Element && event.target.closest('[data-pan]') !== null
      if (event.button !== 1 && !(event.button === 0 && onAxis)) return
      event.preventDefault()
      element.setPointerCapture(event.pointerId)
      element.dataset['panning'] = 'true'
      grip = { pointerId: event.pointerId, x: event.clientX }
    }
    const move = (event: PointerEvent) => {
      if (grip?.pointerId !== event.pointerId) return
      panPx += grip.x - event.clientX
      grip.x = event.clientX
      soon()
    }
    const up = (event: PointerEvent) => {
      if (grip?.pointerId !== event.pointerId) return
      grip = null
      delete element.dataset['panning']
    }
    element.addEventListener('wheel', wheel, { passive: false, signal })
    element.addEventListener('pointerdown', down, { signal })
    element.addEventListener('pointermove', move, { signal })
    element.addEventListener('pointerup', up, { signal })
    element.addEventListener('pointercancel', up, { signal })
    return () => {
      stop.abort()
      cancelAnimationFrame(frame)
    }
  }, [root])
}
