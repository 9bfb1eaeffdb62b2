import { useState } from 'react'
import type { Visit } from '../../shared/domain/visit/visit.ts'
import { listOf } from '../live/replica.ts'
import { useLiveStore } from '../live/store.ts'

/**
 * The visits by the booking that each became, of several the latest. Called again it gives the same map until a visit is
 * another: bars are drawn from it.
 */
export function visitKeeper(): (visits: readonly Visit[]) => ReadonlyMap<string, Visit> {
  let kept: ReadonlyMap<string, Visit> = new Map()
  let seen: readonly Visit[] | null = null
  return (visits) => {
    if (visits === seen) return kept
    seen = visits
    const now = new Map<string, Visit>()
    for (const visit of visits) {
      if (visit.bookingId === null) continue
      const other = now.get(visit.bookingId)
      if (other === undefined || other.createdAt < visit.createdAt) now.set(visit.bookingId, visit)
    }
    kept = now
    return kept
  }
}

/** The visits by the booking that each became. */
export function useVisitsByBooking(): ReadonlyMap<string, Visit> {
  const [visitsOf] = useState(visitKeeper)
  return useLiveStore(({ tables }) => visitsOf(listOf(tables.visit)))
}

/** The visit that became a booking; undefined where no driver asked for it from a phone, or long ago. */
export function useVisitOf(bookingId: string): Visit | undefined {
  const [visitsOf] = useState(visitKeeper)
  return useLiveStore(({ tables }) => visitsOf(listOf(tables.visit)).get(bookingId))
}
