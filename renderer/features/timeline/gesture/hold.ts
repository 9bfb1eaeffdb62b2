import type { Booking, BookingPlan } from '../../../../shared/domain/booking/booking.ts'
import { type Placement, placeOf } from '../../../../shared/domain/booking/states.ts'
import { type BookingCommand, newBooking } from '../../../../shared/domain/booking/command.ts'
import { MINUTE, type Instant } from '../../../../shared/time/instant.ts'

/** What is in the hand. */
export type Hold =
  | {
      readonly kind: 'move'
      readonly bookings: readonly Booking[]
      /** The one that was taken hold of; the others go along. */
      readonly grabbed: Booking
      /** How long after its arrival it was taken hold of. */
      readonly grabOffsetMs: number
      /** Whether copies are put down and the originals stay. */
      readonly copy: boolean
    }
  | { readonly kind: 'resize'; readonly booking: Booking; readonly end: 'arrival' | 'departure' }
  | { readonly kind: 'draw'; readonly placeKey: string; readonly anchorAt: Instant }

/** Where the hand is: an instant, and the row under it (`placeOf`), null over none. */
export interface Target {
  readonly at: Instant
  readonly placeKey: string | null
}

/** What the hand moves over. */
export interface Grid {
  /** The rows on screen that a booking can lie on, from top to bottom. */
  readonly placeKeys: readonly string[]
  /** To the nearest step of the clock. */
  readonly snap: (at: Instant) => Instant
}

/** Where something that is held would lie; `booking` null for one that is drawn. */
export interface Draft {
  readonly booking: Booking | null
  readonly placement: Placement
}

/** The shortest booking that can be drawn or left over. */
export const SHORTEST_MS = 5 * MINUTE

/** Where what is held would lie if it were put down there. */
export function draftsOf(hold: Hold, target: Target, grid: Grid): Draft[] {
  switch (hold.kind) {
    case 'move':
      return movedDrafts(hold, target, grid)
    case 'resize': {
      const { booking, end } = hold
      const at = grid.snap(target.at)
      const placement = placementOf(booking)
      if (placement === null) return []
      const times =
        end === 'arrival'
          ? { arrivesAt: Math.min(at, booking.departsAt - SHORTEST_MS) }
          : { departsAt: Math.max(at, booking.arrivesAt + SHORTEST_MS) }
      return [{ booking, placement: { ...placement, ...times } }]
    }
    case 'draw': {
      const at = grid.snap(target.at)
      const arrivesAt = Math.min(hold.anchorAt, at)
      const departsAt = Math.max(hold.anchorAt, at, arrivesAt + SHORTEST_MS)
      return [{ booking: null, placement: { ...readPlace(hold.placeKey), arrivesAt, departsAt } }]
    }
  }
}

/** All that is held is shifted alike: by so much time and so many rows, and no further than the rows go. */
function movedDrafts(
  { grabbed, grabOffsetMs, bookings }: Hold & { kind: 'move' },
  target: Target,
  { placeKeys, snap }: Grid,
): Draft[] {
  const shiftMs = snap(target.at - grabOffsetMs) - grabbed.arrivesAt
  const rowOf = new Map(placeKeys.map((key, row) => [key, row]))
  const targetRow = target.placeKey === null ? undefined : rowOf.get(target.placeKey)
  const rows = bookings.map((booking) => rowOf.get(placeOf(booking) ?? ''))
  const grabbedRow = rowOf.get(placeOf(grabbed) ?? '')
  const known = rows.filter((row) => row !== undefined)
  const wanted = targetRow === undefined || grabbedRow === undefined ? 0 : targetRow - grabbedRow
  const rowShift = Math.min(
    placeKeys.length - 1 - Math.max(...known),
    Math.max(-Math.min(...known), wanted),
  )
  return bookings.flatMap((booking, index) => {
    const row = rows[index]
    const key =
      row === undefined
        ? (target.placeKey ?? placeOf(booking))
        : (placeKeys[row + (known.length > 0 ? rowShift : 0)] ?? placeOf(booking))
    if (key === null) return []
    const arrivesAt = booking.arrivesAt + shiftMs
    const departsAt = booking.departsAt + shiftMs
    return [{ booking, placement: { ...readPlace(key), arrivesAt, departsAt } }]
  })
}

/** The commands that put the drafts down; what would stay as it is needs none. */
export function commandsOf(
  hold: Hold,
  drafts: readonly Draft[],
  newId: () => string,
): BookingCommand[] {
  return drafts.flatMap(({ booking, placement }): BookingCommand[] => {
    if (booking === null) return [drawn(newId(), placement)]
    if (hold.kind === 'move' && hold.copy) {
      const plan = { ...planOf(booking), ...placement, ...shiftedSlack(booking, placement) }
      return [{ kind: 'create', id: newId(), origin: 'desk', requested: false, plan }]
    }
    const stays =
      placeOf(booking) === `${placement.stationId}/${placement.connectorId}` &&
      booking.arrivesAt === placement.arrivesAt &&
      booking.departsAt === placement.departsAt
    if (stays) return []
    const slack = hold.kind === 'move' ? shiftedSlack(booking, placement) : {}
    const patch = { ...placement, ...slack }
    return [{ kind: 'change', id: booking.id, revision: booking.revision, patch }]
  })
}

function drawn(id: string, placement: Placement): BookingCommand {
  const plan = newBooking.parse(placement)
  return { kind: 'create', id, origin: 'desk', requested: false, plan }
}

/** What of a booking was agreed on, to make another like it. */
export function planOf(booking: Booking): BookingPlan {
  return {
    stationId: booking.stationId,
    connectorId: booking.connectorId,
    arrivesAt: booking.arrivesAt,
    departsAt: booking.departsAt,
    latestDepartsAt: booking.latestDepartsAt,
    flexibility: booking.flexibility,
    need: booking.need,
    vehicleId: booking.vehicleId,
    customerId: booking.customerId,
    plate: booking.plate,
    idToken: booking.idToken,
    priority: booking.priority,
    note: booking.note,
  }
}

/** A flexible booking keeps its slack when it moves. */
function shiftedSlack(
  { latestDepartsAt, departsAt }: Booking,
  placement: Placement,
): { latestDepartsAt?: Instant } {
  if (latestDepartsAt === null) return {}
  return { latestDepartsAt: latestDepartsAt + placement.departsAt - departsAt }
}

function placementOf(booking: Booking): Placement | null {
  const { stationId, connectorId, arrivesAt, departsAt } = booking
  if (stationId === null || connectorId === null) return null
  return { stationId, connectorId, arrivesAt, departsAt }
}

/** A place from the text `placeOf` made of it. */
export function readPlace(key: string): Pick<Placement, 'stationId' | 'connectorId'> {
  const [stationId = '', connectorId = '0'] = key.split('/')
  return { stationId, connectorId: Number(connectorId) }
}
