import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { freeStretches } from '../../../../shared/domain/booking/free.ts'
import { needWh } from '../../../../shared/domain/booking/need.ts'
import type { Stretch } from '../../../../shared/domain/booking/occupancy.ts'
import type { Alternative } from '../../../../shared/domain/booking/refusal.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import type { Surroundings } from '../../../../shared/domain/booking/surroundings.ts'
import { SLOT_MS, slotAt, startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import { alikeBays, type Like, type WiredBay } from '../../../../shared/domain/offer/likes.ts'
import type { PromiseBook, SlotRange } from '../../../../shared/domain/planning/promise-book.ts'
import { isOpen } from '../../../../shared/domain/site/opening-hours.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { readPlace } from './hold.ts'

/** Where a booking could begin with its energy promised: on each place (`placeOf`) the slots, in order. */
export type OfferedStarts = ReadonlyMap<string, readonly number[]>

/** What starts are looked for. */
export interface Sought {
  readonly wish: Booking
  readonly around: Surroundings
  readonly book: Pick<PromiseBook, 'offersOfLength' | 'range'>
  readonly bays: Iterable<WiredBay>
  /** Phase to neutral, V. */
  readonly voltageV: number
  /** The slots in which it is to begin. */
  readonly within: SlotRange
}

/** So many starts are looked at in one go. */
const STARTS_AT_ONCE = 96

/**
 * Looks for the starts of a booking that keeps its length, connectors that are alike together. It rests after each step,
 * so that no frame has to wait for all of it. Nothing is looked for where no energy is promised.
 */
export function* findStarts(sought: Sought): Generator<undefined, OfferedStarts> {
  const { wish, around, bays, voltageV } = sought
  const { vehicleId, need } = wish
  const starts = new Map<string, readonly number[]>()
  if (need === null) return starts
  const vehicle = vehicleId === null ? null : (around.vehicle(vehicleId) ?? null)
  const gate = gateKeeper(around)
  for (const { like, bays: members } of alikeBays(bays, vehicle, voltageV)) {
    const enough: number[] = []
    for (const slots of chunksOf(sought)) {
      enough.push(...startsWithin(sought, like, slots, needWh(need)))
      yield
    }
    for (const bay of members) {
      const free = [...freeStretches(bay, wish.id, around)]
      const here = enough.filter((slot) => hasRoom(startOfSlot(slot), wish, free) && gate(slot))
      if (here.length > 0) starts.set(placeKey(bay.stationId, bay.connectorId), here)
    }
    yield
  }
  return starts
}

/** The starts nearest to a wish: that on its own place first, then those on others, at most so many. */
export function nearestStarts(
  starts: OfferedStarts,
  { stationId, connectorId, arrivesAt, departsAt }: Booking,
  most = 3,
): Alternative[] {
  const own = placeOf({ stationId, connectorId })
  const found = [...starts].flatMap(([place, slots]) => {
    const nearest = nearestTo(slots, slotAt(arrivesAt))
    if (nearest === undefined) return []
    const at = startOfSlot(nearest)
    const away = Math.abs(at - arrivesAt)
    return [{ place, at, cost: place === own ? -1 : away }]
  })
  return found
    .sort((one, other) => one.cost - other.cost)
    .slice(0, most)
    .map(({ place, at }) => ({
      ...readPlace(place),
      arrivesAt: at,
      departsAt: at + departsAt - arrivesAt,
    }))
}

function nearestTo(slots: readonly number[], wanted: number): number | undefined {
  let best: number | undefined
  for (const slot of slots)
    if (best === undefined || Math.abs(slot - wanted) < Math.abs(best - wanted)) best = slot
  return best
}

/** The slots to look at, in pieces. */
function chunksOf({ within, around, book }: Sought): SlotRange[] {
  const known = book.range()
  const from = Math.max(within.from, known.from, Math.ceil(slotAt(around.now)))
  const until = Math.min(within.until, known.until)
  const chunks: SlotRange[] = []
  for (let first = from; first < until; first += STARTS_AT_ONCE)
    chunks.push({ from: first, until: Math.min(until, first + STARTS_AT_ONCE) })
  return chunks
}

function startsWithin(
  { wish, book }: Sought,
  { maxW, feederId }: Like,
  { from, until }: SlotRange,
  wantWh: number,
): number[] {
  // Of a stay that is no whole number of slots the whole ones have to do.
  const stay = Math.max(1, Math.floor((wish.departsAt - wish.arrivesAt) / SLOT_MS))
  const latest = Math.min(book.range().until, until - 1 + stay)
  const need = { earliest: from, latest, maxW, feederId, wantWh, without: [wish.id] }
  return [...book.offersOfLength(need, stay)].flatMap((energyWh, index) =>
    energyWh >= wantWh - HAIR_WH ? [from + index] : [],
  )
}

/** Energies are whole watt-minutes. */
const HAIR_WH = 1 / 60

function hasRoom(
  arrivesAt: Instant,
  { arrivesAt: was, departsAt }: Booking,
  free: readonly Stretch[],
): boolean {
  const until = arrivesAt + departsAt - was
  return free.some((stretch) => stretch.from <= arrivesAt && until <= stretch.until)
}

/** Tells whether one can drive in at the beginning of a slot, each looked up once. */
function gateKeeper({ terms, timeZone }: Surroundings): (slot: number) => boolean {
  const { openingHours } = terms
  if (openingHours === null) return () => true
  const known = new Map<number, boolean>()
  return (slot) => {
    const before = known.get(slot)
    if (before !== undefined) return before
    const open = isOpen(openingHours, startOfSlot(slot), timeZone)
    known.set(slot, open)
    return open
  }
}

function placeKey(stationId: string, connectorId: number): string {
  return `${stationId}/${connectorId}`
}
