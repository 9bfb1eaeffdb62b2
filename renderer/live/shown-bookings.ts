import { create } from 'zustand'
import type { Booking } from '../../shared/domain/booking/booking.ts'
import { useLiveStore } from './store.ts'

/**
 * What this desk has asked of bookings and the hub has not yet told back, by id: the row as it will be, null where it
 * goes. Shown in the place of the live row meanwhile.
 */
export type Hoped = ReadonlyMap<string, Booking | null>

export const useHoped = create<{ rows: Hoped }>(() => ({ rows: new Map() }))

/** Shows these rows as if the hub had agreed already. */
export function hope(rows: Hoped): void {
  useHoped.setState(({ rows: known }) => ({ rows: new Map([...known, ...rows]) }))
}

/** Shows the live rows of these again. */
export function unhope(ids: Iterable<string>): void {
  useHoped.setState(({ rows: known }) => {
    const rows = new Map(known)
    for (const id of ids) rows.delete(id)
    return { rows }
  })
}

/** The live rows have come as far as the answer, or soon would have: what is shown is the hub's own again. */
export function settle(answered: Hoped): void {
  hope(answered)
  const ids = [...answered.keys()]
  const arrived = (): boolean => {
    const live = useLiveStore.getState().tables.booking
    return ids.every((id) => {
      const row = answered.get(id)
      return row ? (live.get(id)?.updatedAt ?? 0) >= row.updatedAt : !live.has(id)
    })
  }
  if (arrived()) return unhope(ids)
  const unsubscribe = useLiveStore.subscribe(() => {
    if (arrived()) finish()
  })
  const timer = setTimeout(finish, SETTLED_AFTER_MS)
  function finish(): void {
    unsubscribe()
    clearTimeout(timer)
    unhope(ids)
  }
}

/** The feed tells a change within a tenth of a second; after this it has been overtaken or the link is down. */
const SETTLED_AFTER_MS = 3_000

/** The bookings as they are shown: the live ones, with what was hoped in their place. The same map until one changes. */
export function useShownBookings(): ReadonlyMap<string, Booking> {
  const live = useLiveStore(({ tables }) => tables.booking)
  const hoped = useHoped(({ rows }) => rows)
  return shown(live, hoped)
}

/** The same, outside of a view. */
export function shownBookings(): ReadonlyMap<string, Booking> {
  return shown(useLiveStore.getState().tables.booking, useHoped.getState().rows)
}

let merged: { live: unknown; hoped: unknown; rows: ReadonlyMap<string, Booking> } | null = null

function shown(live: ReadonlyMap<string, Booking>, hoped: Hoped): ReadonlyMap<string, Booking> {
  if (hoped.size === 0) return live
  if (merged?.live === live && merged.hoped === hoped) return merged.rows
  const rows = new Map(live)
  for (const [id, row] of hoped) {
    if (row === null) rows.delete(id)
    else rows.set(id, row)
  }
  merged = { live, hoped, rows }
  return rows
}
