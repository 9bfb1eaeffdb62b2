import { type RefObject, useEffect, useRef } from 'react'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import type { TimelineData } from '../use-timeline-data.ts'
import { useTimelineView } from '../view-store.ts'
import { autoscroller } from './autoscroll.ts'
import { type Held, holdAs, letGo, moveTo, putDown, snapped, take, useHand } from './hand.ts'
import type { Hold, Target } from './hold.ts'
import { pointAt } from './pointer.ts'
import { type Point, targetUnder } from './spot.ts'

/** A press that moves less is a click, px. */
const SLACK_PX = 4

/** So far from its end a bar is taken by that end, px; a bar that is too short for that is only moved. */
const END_PX = 7
const LEAST_FOR_ENDS_PX = 30

/**
 * Lets the pointer take hold of bars (`data-booking`), their ends, of cards in the tray beside the grid, and of empty
 * time on a row, and move them while it is pressed. At the edges of the grid the view comes along; Escape or a lost pointer leaves all as it was.
 */
export function useDrag(
  root: RefObject<HTMLElement | null>,
  data: TimelineData,
  onDrop: (held: Held) => void,
): void {
  const latest = useRef({ data, onDrop })
  latest.current = { data, onDrop }
  useEffect(() => {
    const element = root.current
    if (element === null) return
    // The tray lies beside the grid, in the same frame.
    const area = element.parentElement ?? element
    const stop = new AbortController()
    const { signal } = stop
    let press: { id: number; from: Point; hold: Hold; target: Target } | null = null
    let point: Point = { clientX: 0, clientY: 0 }
    let frame = 0
    let autoscroll = autoscroller(element)

    const target = (): Target => targetUnder(point, element, latest.current.data.rows)
    const follow = (): void => {
      frame = 0
      if (!isDragging()) return
      autoscroll(point)
      moveTo(target())
      frame = requestAnimationFrame(follow)
    }
    const end = (): void => {
      cancelAnimationFrame(frame)
      frame = 0
      press = null
      delete element.dataset['holding']
    }

    const down = (event: PointerEvent): void => {
      if (event.button !== 0 || !(event.target instanceof Element)) return
      if (useHand.getState().held !== null) return
      const at = targetUnder(event, element, latest.current.data.rows)
      const hold = holdUnder(event.target, event, at, latest.current.data)
      if (hold !== null) press = { id: event.pointerId, from: event, hold, target: at }
    }
    const move = (event: PointerEvent): void => {
      if (press?.id !== event.pointerId) return
      point = event
      pointAt(event)
      if (isDragging()) {
        copyWith(event)
        return
      }
      const far = Math.hypot(event.clientX - press.from.clientX, event.clientY - press.from.clientY)
      if (far < SLACK_PX) return
      element.setPointerCapture(event.pointerId)
      element.dataset['holding'] = 'true'
      autoscroll = autoscroller(element)
      take(press.hold, 'drag', press.target)
      copyWith(event)
      frame = requestAnimationFrame(follow)
    }
    const up = (event: PointerEvent): void => {
      if (press?.id !== event.pointerId) return
      const dragged = isDragging()
      if (dragged) {
        point = event
        moveTo(target())
        swallowClick(area)
      }
      end()
      const held = dragged ? putDown() : null
      if (held !== null) latest.current.onDrop(held)
    }
    const lost = (event: PointerEvent): void => {
      if (press?.id !== event.pointerId) return
      if (isDragging()) letGo()
      end()
    }
    const key = (event: KeyboardEvent): void => {
      if (!isDragging()) return
      if (event.key === 'Control' || event.key === 'Alt') copyWith(event)
      if (event.key !== 'Escape' || event.type !== 'keydown') return
      event.preventDefault()
      event.stopPropagation()
      letGo()
      swallowClick(area)
      end()
    }
    area.addEventListener('pointerdown', down, { signal })
    area.addEventListener('pointermove', move, { signal })
    area.addEventListener('pointerup', up, { signal })
    area.addEventListener('pointercancel', lost, { signal })
    window.addEventListener('keydown', key, { signal, capture: true })
    window.addEventListener('keyup', key, { signal, capture: true })
    return () => {
      stop.abort()
      if (isDragging()) letGo()
      end()
    }
  }, [root])
}

function isDragging(): boolean {
  return useHand.getState().held?.grip === 'drag'
}

/** With Ctrl or Alt (Option) a copy is put down. */
function copyWith({ ctrlKey, altKey, metaKey }: MouseEvent | KeyboardEvent): void {
  const hold = useHand.getState().held?.hold
  const copy = ctrlKey || altKey || metaKey
  if (hold?.kind === 'move' && hold.copy !== copy) holdAs({ ...hold, copy })
}

/** The click that follows a drag opens nothing. */
function swallowClick(element: HTMLElement): void {
  const swallow = (event: Event): void => event.stopPropagation()
  element.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => element.removeEventListener('click', swallow, { capture: true }), 50)
}

function holdUnder(
  under: Element,
  event: PointerEvent,
  target: Target,
  data: TimelineData,
): Hold | null {
  const bar = under.closest<HTMLElement>('[data-booking]')
  if (bar === null) {
    const onRow = under.closest('.lp-tl-track') !== null && target.placeKey !== null
    if (!onRow || target.placeKey === null) return null
    return { kind: 'draw', placeKey: target.placeKey, anchorAt: snapped(target.at) }
  }
  const booking = data.bookings.get(bar.dataset['booking'] ?? '')
  if (booking === undefined) return null
  if (placeOf(booking) === null) return moveHold(booking, data.bookings, 0)
  const end = endUnder(bar, event)
  if (end !== null) return { kind: 'resize', booking, end }
  return moveHold(booking, data.bookings, target.at - booking.arrivesAt)
}

/** Holds a booking to move it, and with it all that are chosen when it is one of them. */
export function moveHold(
  grabbed: Booking,
  bookings: ReadonlyMap<string, Booking>,
  grabOffsetMs: number,
  copy = false,
): Hold {
  const { selected } = useTimelineView.getState()
  const group = selected.has(grabbed.id)
    ? [...selected].flatMap((id) => bookings.get(id) ?? [])
    : [grabbed]
  return { kind: 'move', bookings: group, grabbed, grabOffsetMs, copy }
}

function endUnder(bar: HTMLElement, { clientX }: Point): 'arrival' | 'departure' | null {
  const box = bar.getBoundingClientRect()
  if (box.width < LEAST_FOR_ENDS_PX) return null
  if (clientX - box.left <= END_PX) return 'arrival'
  return box.right - clientX <= END_PX ? 'departure' : null
}
