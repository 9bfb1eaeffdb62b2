import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { needWh } from '../../../../shared/domain/booking/need.ts'
import type { WalkUpNeed } from '../../../../shared/domain/walk-up/need.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** How much more somebody wants. */
export type More = { readonly byMs: number } | { readonly byWh: number } | { readonly at: Instant }

/**
 * All that a stay is to be, once it is extended: time counts from its departure, or from now where that has passed;
 * energy on top of what was agreed, or of what it has taken already.
 */
export function extendedNeed(
  { departsAt, need }: Pick<Booking, 'departsAt' | 'need'>,
  deliveredWh: number | null,
  more: More,
  now: Instant,
): WalkUpNeed {
  if ('at' in more) return { kind: 'until', at: more.at }
  if ('byMs' in more) return { kind: 'until', at: Math.max(departsAt, now) + more.byMs }
  const agreedWh = need === null ? 0 : needWh(need)
  return { kind: 'energy', energyWh: Math.max(agreedWh, deliveredWh ?? 0) + more.byWh }
}
