import { create } from 'zustand'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { SLOT_MS, slotAt } from '../../../../shared/domain/demand/slots.ts'
import { demandAround } from '../../../live/demand.ts'
import { slotsBetween } from '../../../live/judging.ts'
import { livePromises } from '../../../live/promises.ts'
import { useLiveStore } from '../../../live/store.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { shownRange } from '../view-store.ts'
import { findStarts, type OfferedStarts, type Sought } from './offered.ts'

/** Where what is held could begin; null while nothing is looked for or it isn't known yet. */
export const useOffered = create<{ starts: OfferedStarts | null }>(() => ({ starts: null }))

/** So much of a frame the search may take, ms. */
const SLICE_MS = 3

let frame = 0

/** Looks, a little in each frame, for where a booking could begin within what is on screen. */
export function offerStartsOf(wish: Booking): void {
  stopOffering()
  const { from, until } = shownRange()
  const sought = soughtFor(wish, slotsBetween(from, until))
  if (sought === null) return
  const search = findStarts(sought)
  const step = (): void => {
    const end = performance.now() + SLICE_MS
    let next = search.next()
    while (next.done !== true && performance.now() < end) next = search.next()
    if (next.done !== true) {
      frame = requestAnimationFrame(step)
      return
    }
    useOffered.setState({ starts: next.value })
  }
  frame = requestAnimationFrame(step)
}

/** Forgets where it could begin. */
export function stopOffering(): void {
  cancelAnimationFrame(frame)
  if (useOffered.getState().starts !== null) useOffered.setState({ starts: null })
}

/** A day around a wish is looked through when it was refused. */
const REACH_SLOTS = 24 * 4

/** Where a refused booking could begin, at once; empty where no promises are known. */
export function startsAround(wish: Booking): OfferedStarts {
  const middle = Math.floor(slotAt(wish.arrivesAt))
  const sought = soughtFor(wish, { from: middle - REACH_SLOTS, until: middle + REACH_SLOTS })
  if (sought === null) return new Map()
  const search = findStarts(sought)
  for (;;) {
    const next = search.next()
    if (next.done === true) return next.value
  }
}

function soughtFor(wish: Booking, within: Sought['within']): Sought | null {
  const promises = livePromises()
  if (promises === null || !promises.limited || wish.need === null) return null
  if (wish.departsAt - wish.arrivesAt < SLOT_MS) return null
  const { tables } = useLiveStore.getState()
  const around = liveSurroundings()
  const { outlet, voltageV } = demandAround(tables, around.now)
  const bays = [...around.bays()].flatMap((bay) => {
    const wired = outlet(bay.stationId, bay.connectorId)
    if (wired === undefined) return []
    return [{ bay, feederId: wired.feederId, phaseRotation: wired.phaseRotation }]
  })
  return { wish, around, book: promises.book, bays, voltageV, within }
}
