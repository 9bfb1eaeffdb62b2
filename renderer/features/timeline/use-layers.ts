import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { layerPlace } from './axis/time-window.ts'
import type { TimeWindow } from './axis/time-window.ts'
import { useTimelineView } from './view-store.ts'

/** A label keeps so much room at the end of its bar, px. */
const LEAST_LABEL_PX = 30

/**
 * Keeps the layers under `root` (`data-layer`) where the scale wants them: moving sideways and the steps of a zoom write
 * their transform and render nothing. The labels of what reaches in from the left are pushed into sight.
 */
export function useLayers(root: RefObject<HTMLElement | null>, window: TimeWindow): void {
  const pushed = useRef(new Set<HTMLElement>())
  const place = useCallback(() => {
    const element = root.current
    if (element === null) return
    const { shift, stretch } = layerPlace(window, useTimelineView.getState().scale)
    const wider = stretch === 1 ? '' : ` scaleX(${stretch})`
    const transform = `translate3d(${Math.round(shift * 10) / 10}px,0,0)${wider}`
    for (const layer of element.querySelectorAll<HTMLElement>('[data-layer]'))
      layer.style.transform = transform
    pushed.current = pushLabels(element, -shift / stretch, pushed.current)
  }, [root, window])
  // After every render: bars may have come that reach in from the left.
  useLayoutEffect(place)
  useEffect(
    () =>
      useTimelineView.subscribe((view, before) => {
        if (view.scale !== before.scale) place()
      }),
    [place],
  )
}

function pushLabels(root: HTMLElement, left: number, before: Set<HTMLElement>): Set<HTMLElement> {
  const now = new Set<HTMLElement>()
  for (const box of root.querySelectorAll<HTMLElement>('.lp-sticky')) {
    const x = Number(box.dataset['x'])
    const width = Number(box.dataset['width'])
    if (x >= left || x + width <= left) continue
    const label = box.querySelector<HTMLElement>('.lp-sticky-label')
    if (label === null) continue
    const by = Math.min(left - x, Math.max(0, width - LEAST_LABEL_PX))
    label.style.left = `${by}px`
    fit(label, width - by)
    now.add(label)
  }
  for (const label of before) {
    if (now.has(label)) continue
    label.style.left = ''
    delete label.dataset['fit']
  }
  return now
}

/** Leaves out the parts at the end of a label that has less room than its bar: whole words rather than stumps. */
function fit(label: HTMLElement, px: number): void {
  const parts = ROOM_PX.findIndex((room) => px < room)
  const wanted = parts < 0 ? '' : String(parts + 1)
  if ((label.dataset['fit'] ?? '') === wanted) return
  if (wanted === '') delete label.dataset['fit']
  else label.dataset['fit'] = wanted
}

/** With less room than this only one part of a label is shown, two, or three, px. */
const ROOM_PX = [130, 190, 260] as const
