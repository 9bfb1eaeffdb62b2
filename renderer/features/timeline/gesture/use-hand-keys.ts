import { type RefObject, useEffect, useRef } from 'react'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import { ask, askForChange } from '../form/form-store.ts'
import { revealRow } from '../use-grid-keys.ts'
import type { TimelineData } from '../use-timeline-data.ts'
import { reveal, useTimelineView } from '../view-store.ts'
import { type Held, letGo, moveTo, putDown, stageRows, take, useHand } from './hand.ts'
import { type HandIntent, handIntentOf } from './hand-keys.ts'
import { type HeldIntent, heldIntentOf, movedTarget } from './held-keys.ts'
import type { Target } from './hold.ts'
import { leadOf } from './held-words.ts'
import { moveHold } from './use-drag.ts'

/** Lets the keys take bars in the hand, move them and put them down. While something is held no key walks. */
export function useHandKeys(
  root: RefObject<HTMLElement | null>,
  data: TimelineData,
  onDrop: (held: Held) => void,
): void {
  const latest = useRef({ data, onDrop })
  latest.current = { data, onDrop }
  useEffect(() => {
    const element = root.current
    const area = element?.parentElement ?? null
    if (element === null || area === null) return
    const stop = new AbortController()
    const keys = (event: KeyboardEvent): void => {
      if (!(event.target instanceof HTMLElement)) return
      if (event.target.matches('input, textarea, select')) return
      const { held } = useHand.getState()
      const done =
        held?.grip === 'keys'
          ? actHeld(heldIntentOf(event))
          : held === null && actOnBar(handIntentOf(event), event.target)
      if (!done) return
      event.preventDefault()
      event.stopPropagation()
    }
    const actHeld = (intent: HeldIntent | null): boolean => {
      const { held } = useHand.getState()
      if (intent === null || held === null) return false
      if (intent.kind === 'letGo') letGo()
      else if (intent.kind === 'drop') {
        const down = putDown()
        if (down !== null) latest.current.onDrop(down)
      } else {
        moveTo(movedTarget(held.target, intent, stageRows()))
        follow(element, latest.current.data)
      }
      return true
    }
    const actOnBar = (intent: HandIntent | null, target: HTMLElement): boolean => {
      const id = target.closest<HTMLElement>('[data-booking]')?.dataset['booking']
      const booking = id === undefined ? undefined : latest.current.data.bookings.get(id)
      if (intent === null || booking === undefined) return false
      start(intent, booking, latest.current.data)
      return true
    }
    area.addEventListener('keydown', keys, { signal: stop.signal, capture: true })
    return () => stop.abort()
  }, [root])
}

function start(intent: HandIntent, booking: Booking, data: TimelineData): void {
  const placeKey = placeOf(booking)
  const at = (time: number): Target => ({ at: time, placeKey })
  switch (intent.kind) {
    case 'pickUp':
      take(moveHold(booking, data.bookings, 0, intent.copy), 'keys', at(booking.arrivesAt))
      break
    case 'resize': {
      const { end } = intent
      const time = end === 'arrival' ? booking.arrivesAt : booking.departsAt
      take({ kind: 'resize', booking, end }, 'keys', at(time))
      break
    }
    case 'split':
      ask({ kind: 'split', booking })
      break
    case 'move':
      ask({ kind: 'move', booking })
      break
    case 'change':
      askForChange(booking)
      break
    case 'cancel':
      ask({ kind: 'cancel', bookings: chosenWith(booking, data) })
      break
  }
}

/** The booking, and all others that are chosen when it is one of them. */
function chosenWith(booking: Booking, data: TimelineData): Booking[] {
  const { selected } = useTimelineView.getState()
  if (!selected.has(booking.id)) return [booking]
  return [...selected].flatMap((id) => data.bookings.get(id) ?? [])
}

/** Keeps what the keys move in sight. */
function follow(root: HTMLElement, data: TimelineData): void {
  const { held } = useHand.getState()
  const lead = held === null ? undefined : leadOf(held)
  if (lead === undefined) return
  const { stationId, connectorId, arrivesAt, departsAt } = lead.placement
  const key = placeOf({ stationId, connectorId })
  const row = data.rows.find((one) => one.key === key)
  if (row !== undefined) revealRow(root, row)
  reveal(arrivesAt, departsAt)
}
