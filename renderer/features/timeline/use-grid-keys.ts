import { useEffect, useRef } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { placeOf } from '../../../shared/domain/booking/states.ts'
import { AXIS_PX } from './geometry.ts'
import { within } from './bar/index-bars.ts'
import { intentOf } from './keys.ts'
import type { Intent, WalkDirection } from './keys.ts'
import { ROW_HEIGHT } from './rows/rows.ts'
import type { TimelineRow } from './rows/rows.ts'
import type { TimelineData } from './use-timeline-data.ts'
import {
  pan,
  reveal,
  select,
  shownRange,
  showNow,
  standOn,
  toggle,
  useTimelineView,
  zoom,
} from './view-store.ts'
import { walk } from './walk.ts'
import type { Standing, Stop } from './walk.ts'

/** Lets the keys walk the bars, open and choose them, and move the time. Gives the handler for the grid. */
export function useGridKeys(
  root: RefObject<HTMLElement | null>,
  data: TimelineData,
  acts: { onOpen: (id: string) => void; onClose: () => void },
): (event: KeyboardEvent) => void {
  const walking = useRef(false)
  const focusedId = useTimelineView((view) => view.focusedId)
  // The bar walked to may only now have come into the document.
  useEffect(() => {
    if (!walking.current || focusedId === null) return
    const bar = barElement(root.current, focusedId)
    if (bar === null) return
    walking.current = false
    bar.focus({ preventScroll: true })
  })

  const goTo = ({ row, id }: Standing) => {
    const booking = data.bookings.get(id)
    const there = data.rows[row]
    if (booking === undefined || there === undefined) return
    const { from, until } = data.modelOf(booking)
    walking.current = true
    revealRow(root.current, there)
    reveal(from, until)
    standOn(id)
  }
  const walkTo = (direction: WalkDirection, id: string) => {
    const booking = data.bookings.get(id)
    const key = booking === undefined ? null : placeOf(booking)
    const row = data.rows.findIndex((one) => one.key === key)
    const next = walk(
      {
        rowCount: data.rows.length,
        stopsOn: (at) => stopsOn(data, at),
        page: Math.max(1, Math.floor((root.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3),
        view: shownRange(),
      },
      { row, id },
      direction,
    )
    if (next !== null) goTo(next)
  }
  const act = (intent: Intent, id: string | null): boolean => {
    switch (intent.kind) {
      case 'walk':
        if (id === null) return false
        walkTo(intent.direction, id)
        return true
      case 'open':
        if (id === null) return false
        acts.onOpen(id)
        return true
      case 'toggle':
        if (id === null) return false
        toggle(id)
        return true
      case 'close':
        if (useTimelineView.getState().selected.size > 0) select([])
        else acts.onClose()
        return true
      case 'selectAll':
        select(seenIds(data))
        return true
      case 'zoom':
        zoom(intent.factor)
        return true
      case 'pan':
        pan(intent.screens * useTimelineView.getState().widthPx)
        return true
      case 'now':
        showNow(data.now)
        return true
    }
  }
  return (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return
    if (event.target.matches('input, textarea, select')) return
    const intent = intentOf(event)
    const id = event.target.closest<HTMLElement>('[data-booking]')?.dataset['booking'] ?? null
    // A button of another kind keeps Enter and Space to itself.
    if (intent === null || (id === null && event.target.matches('button') && event.key.length > 1))
      return
    if (act(intent, id)) event.preventDefault()
  }
}

/** Scrolls the grid until a row stands whole below the axis. */
export function revealRow(root: HTMLElement | null, row: TimelineRow): void {
  if (root === null) return
  const room = root.clientHeight - AXIS_PX
  if (row.top < root.scrollTop) root.scrollTop = row.top - ROW_HEIGHT
  else if (row.top + row.height > root.scrollTop + room)
    root.scrollTop = row.top + row.height - room + ROW_HEIGHT
}

/** The bar of a booking, if it is in the document. */
export function barElement(root: HTMLElement | null, id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-booking="${CSS.escape(id)}"]`) ?? null
}

function stopsOn(data: TimelineData, at: number): readonly Stop[] {
  const row = data.rows[at]
  const bookings = row?.kind === 'connector' ? data.index.rows.get(row.key)?.bookings : undefined
  return bookings?.map(data.modelOf) ?? []
}

function seenIds(data: TimelineData): string[] {
  const { from, until } = shownRange()
  return data.rows.flatMap(({ key }) => {
    const row = data.index.rows.get(key)
    return row === undefined ? [] : within(row, from, until).map(({ id }) => id)
  })
}
