import { HOUR, type Instant } from '../../time/instant.ts'
import type { Bay } from '../booking/bay.ts'
import { freeStretches } from '../booking/free.ts'
import { needWh } from '../booking/need.ts'
import type { Stretch } from '../booking/occupancy.ts'
import type { Surroundings } from '../booking/surroundings.ts'
import { slotAt, SLOT_MS, startOfSlot } from '../demand/slots.ts'
import { isOpen } from '../site/opening-hours.ts'
import type { AlikeBays, Like } from './likes.ts'
import type { Offer, WishedStay } from './offer.ts'

/** What is asked of the grid for connectors that are alike. Slots are counted from the epoch. */
export interface GridQuestion {
  readonly like: Like
  readonly fromSlot: number
  readonly untilSlot: number
  /** Of windows, in slots; none: each window lasts until `untilSlot`. */
  readonly lengths: readonly number[]
}

/** The most that can be promised, whole Wh, from each start on: for each length asked, or until the end. */
export interface GridAnswer {
  readonly ofLength: readonly (readonly number[])[]
  readonly untilEnd: readonly number[]
}

/** What it would come to if that much were charged in that window, everybody else as planned. */
export type Effect = (
  like: Like,
  fromSlot: number,
  untilSlot: number,
  energyWh: number,
) => Pick<Offer, 'costMinor' | 'peakChangeW'>

/** The whole slots within what is wished for; null when there are none. */
export function slotsOfWish(
  { arrivesFrom, departsBy }: Pick<WishedStay, 'arrivesFrom' | 'departsBy'>,
  now: Instant,
): { fromSlot: number; untilSlot: number } | null {
  const fromSlot = Math.ceil(slotAt(Math.max(arrivesFrom, now)))
  const untilSlot = Math.floor(slotAt(departsBy))
  return untilSlot > fromSlot ? { fromSlot, untilSlot } : null
}

/** Longer windows than the shortest are tried in steps that grow. */
const LONGER = [0, 1, 2, 4, 8, 16, 32]

/** What to ask the grid for a wish. */
export function gridQuestions(
  wish: WishedStay,
  alike: readonly AlikeBays[],
  now: Instant,
): GridQuestion[] {
  const slots = slotsOfWish(wish, now)
  if (slots === null) return []
  const most = slots.untilSlot - slots.fromSlot
  return alike.map(({ like }) => ({ like, ...slots, lengths: lengthsFor(wish, like, most) }))
}

function lengthsFor({ need, stayMs }: WishedStay, { maxW }: Like, most: number): number[] {
  if (stayMs !== undefined) return [Math.ceil(stayMs / SLOT_MS)].filter((length) => length <= most)
  if (need === null) return []
  const shortest = Math.max(1, Math.ceil((needWh(need) * HOUR) / maxW / SLOT_MS))
  const lengths = LONGER.map((more) => shortest + more).filter((length) => length < most)
  return shortest <= most ? [...lengths, most] : []
}

/**
 * All windows that can be promised, each on a connector that is free then.
 * @param answers the grid's, in the order of `alike`
 */
export function offersOf(
  wish: WishedStay,
  alike: readonly AlikeBays[],
  answers: readonly GridAnswer[],
  around: Surroundings,
  effect: Effect,
): Offer[] {
  const slots = slotsOfWish(wish, around.now)
  if (slots === null) return []
  const wanted = wish.need === null ? null : needWh(wish.need)
  const offers: Offer[] = []
  for (const [index, { like, bays }] of alike.entries()) {
    const answer = answers[index]
    if (answer === undefined) continue
    const free = bays.map((bay) => ({ bay, stretches: [...freeHere(bay, wish, around)] }))
    for (let slot = slots.fromSlot; slot < slots.untilSlot; slot += 1) {
      const window = windowFrom(slot, slots, wish, like, answer, wanted)
      if (window === null) continue
      const arrivesAt = startOfSlot(slot)
      const departsAt = startOfSlot(window.untilSlot)
      if (!gateOpen(arrivesAt, around) || !gateOpen(departsAt, around)) continue
      const place = free.find(({ stretches }) =>
        stretches.some(({ from, until }) => from <= arrivesAt && departsAt <= until),
      )
      if (place === undefined) continue
      const { stationId, connectorId } = place.bay
      const { energyWh } = window
      offers.push({
        ...{ stationId, connectorId, arrivesAt, departsAt, energyWh },
        ...effect(like, slot, window.untilSlot, energyWh),
      })
    }
  }
  return offers
}

/** The shortest window from a slot on in which what is wanted can be promised; null when there is none. */
function windowFrom(
  slot: number,
  { fromSlot, untilSlot }: { fromSlot: number; untilSlot: number },
  wish: WishedStay,
  like: Like,
  answer: GridAnswer,
  wanted: number | null,
): { untilSlot: number; energyWh: number } | null {
  const start = slot - fromSlot
  const lengths = lengthsFor(wish, like, untilSlot - fromSlot)
  for (const [index, length] of lengths.entries()) {
    const most = answer.ofLength[index]?.[start]
    if (most === undefined || most <= 0 || (wanted !== null && most < wanted)) continue
    return { untilSlot: slot + length, energyWh: wanted ?? most }
  }
  if (lengths.length > 0 || wish.stayMs !== undefined) return null
  const most = answer.untilEnd[start]
  if (most === undefined || most <= 0 || wanted !== null) return null
  return { untilSlot, energyWh: most }
}

/** When a connector that is asked for is free. */
export function freeHere(bay: Bay, wish: WishedStay, around: Surroundings): Iterable<Stretch> {
  if (wish.stationId !== undefined && wish.stationId !== bay.stationId) return []
  if (wish.connectorId !== undefined && wish.connectorId !== bay.connectorId) return []
  return freeStretches(bay, wish.bookingId ?? null, around)
}

/** Whether one gets in and out then. */
export function gateOpen(at: Instant, { terms, timeZone }: Surroundings): boolean {
  return isOpen(terms.openingHours, at, timeZone)
}
