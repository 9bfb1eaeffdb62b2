import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { slotAt, startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import { intentOf } from '../keys.ts'
import { toAt } from '../axis/scale.ts'
import { reveal, shownRange, showNow, useTimelineView, zoom } from '../view-store.ts'

/** Slots that one press of an arrow goes, and with Shift. */
const STEP = 1
const STRIDE = 4

/** Which slot of the strip is looked at, by pointer or by keys, and the handlers that say so. */
export function useLookedAt() {
  const [slot, setSlot] = useState<number | null>(null)
  const look = (next: number): void => {
    setSlot(next)
    reveal(startOfSlot(next), startOfSlot(next + 1))
  }
  const middle = (): number => {
    const { from, until } = shownRange()
    const now = Date.now()
    return Math.floor(slotAt(now > from && now < until ? now : (from + until) / 2))
  }
  return {
    slot,
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const left = event.currentTarget.getBoundingClientRect().left
      const { scale } = useTimelineView.getState()
      setSlot(Math.floor(slotAt(toAt(scale, event.clientX - left))))
    },
    onPointerLeave: () => setSlot(null),
    onFocus: () => setSlot((before) => before ?? middle()),
    onBlur: () => setSlot(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      const by = event.shiftKey ? STRIDE : STEP
      const intent = intentOf(event)
      if (event.key === 'ArrowLeft') look((slot ?? middle()) - by)
      else if (event.key === 'ArrowRight') look((slot ?? middle()) + by)
      else if (event.key === 'Escape') setSlot(null)
      else if (intent?.kind === 'zoom') zoom(intent.factor)
      else if (intent?.kind === 'now') showNow(Date.now())
      else return
      event.preventDefault()
    },
  }
}
