import type { BookingPlan, BookingState } from './booking.ts'

// Apart from the schema: the window's first screen asks these and needn't load zod.

/** The states in which a booking keeps others from its connector. */
export const holdingStates: ReadonlySet<BookingState> = new Set([
  'requested',
  'confirmed',
  'arrived',
  'charging',
  'finished',
])

/** The states in which its car stands there. */
export const presentStates: ReadonlySet<BookingState> = new Set(['arrived', 'charging', 'finished'])

/** The states that end a booking. */
export const endedStates: ReadonlySet<BookingState> = new Set(['left', 'noShow', 'cancelled'])

/** A place on the timeline: whose connector, from when, until when. */
export interface Placement {
  readonly stationId: string
  readonly connectorId: number
  readonly arrivesAt: number
  readonly departsAt: number
}

/** The connector a booking is on as one text, to look up by; null while it has none. */
export function placeOf({
  stationId,
  connectorId,
}: Pick<BookingPlan, 'stationId' | 'connectorId'>): string | null {
  return stationId === null || connectorId === null ? null : `${stationId}/${connectorId}`
}
