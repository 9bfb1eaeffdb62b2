import type { Bay } from '../booking/bay.ts'
import type { Surroundings } from '../booking/surroundings.ts'
import { slotAt, SLOT_MS, startOfSlot } from '../demand/slots.ts'
import type { AlikeBays, Like } from './likes.ts'
import type { Offer, WishedStay } from './offer.ts'
import {
  type Effect,
  freeHere,
  gateOpen,
  type GridAnswer,
  type GridQuestion,
  slotsOfWish,
} from './offers-of.ts'

/** For how long a connector can be had at a stretch, in whole slots from the epoch. */
export interface LongestWindow {
  readonly bay: Bay
  readonly fromSlot: number
  readonly untilSlot: number
}

/** Of connectors that are alike no more lengths than this are asked about, the longest first: each takes the planner some ms. */
const MOST_LENGTHS = 8

/**
 * The longest windows at connectors that are alike, within what is wished for: from where one comes free, or the gate opens,
 * until somebody else has it, or the gate closes. Of windows that are the same one is enough.
 */
export function longestWindows(
  wish: WishedStay,
  { bays }: AlikeBays,
  around: Surroundings,
): LongestWindow[] {
  const slots = slotsOfWish(wish, around.now)
  if (slots === null) return []
  const isOpenAt = (slot: number) => gateOpen(startOfSlot(slot), around)
  const windows = new Map<string, LongestWindow>()
  for (const bay of bays)
    for (const { from, until } of freeHere(bay, wish, around)) {
      let fromSlot = Math.max(slots.fromSlot, Math.ceil(slotAt(from)))
      let untilSlot = Math.min(slots.untilSlot, Math.floor(slotAt(until)))
      while (fromSlot < untilSlot && !isOpenAt(fromSlot)) fromSlot += 1
      while (fromSlot < untilSlot && !isOpenAt(untilSlot)) untilSlot -= 1
      for (const window of staysWithin({ bay, fromSlot, untilSlot }, wish.stayMs))
        windows.set(`${window.fromSlot} ${window.untilSlot}`, window)
    }
  const all = [...windows.values()].sort((one, other) => lengthOf(other) - lengthOf(one))
  const lengths = new Set([...new Set(all.map(lengthOf))].slice(0, MOST_LENGTHS))
  return all.filter((window) => lengths.has(lengthOf(window)))
}

/** What to ask the grid for them. @param windows of each of `alike` */
export function longestQuestions(
  wish: WishedStay,
  alike: readonly AlikeBays[],
  windows: readonly (readonly LongestWindow[])[],
  now: number,
): GridQuestion[] {
  const slots = slotsOfWish(wish, now)
  if (slots === null) return []
  return alike.map(({ like }, index) => ({
    ...{ like, ...slots },
    lengths: [...new Set((windows[index] ?? []).map(lengthOf))],
  }))
}

/** A longest window with the most that can be promised in it, Wh. */
export interface PromisedWindow extends LongestWindow {
  readonly like: Like
  readonly energyWh: number
}

/** What the grid answers of them; those in which nothing can be promised are left out. */
export function promisedWindows(
  alike: readonly AlikeBays[],
  windows: readonly (readonly LongestWindow[])[],
  questions: readonly GridQuestion[],
  answers: readonly GridAnswer[],
): PromisedWindow[] {
  return alike.flatMap(({ like }, index) =>
    (windows[index] ?? []).flatMap((window): PromisedWindow[] => {
      const question = questions[index]
      if (question === undefined) return []
      const which = question.lengths.indexOf(lengthOf(window))
      const energyWh = answers[index]?.ofLength[which]?.[window.fromSlot - question.fromSlot] ?? 0
      return energyWh > 0 ? [{ ...window, like, energyWh }] : []
    }),
  )
}

/** Such windows as offers, without those that bring less than half of what the best of them does. */
export function offersOfWindows(windows: readonly PromisedWindow[], effect: Effect): Offer[] {
  const best = mostPromised(windows)
  return windows
    .filter(({ energyWh }) => energyWh * 2 >= best)
    .map(({ bay: { stationId, connectorId }, like, fromSlot, untilSlot, energyWh }) => ({
      ...{ stationId, connectorId, energyWh },
      ...{ arrivesAt: startOfSlot(fromSlot), departsAt: startOfSlot(untilSlot) },
      ...effect(like, fromSlot, untilSlot, energyWh),
    }))
}

/** The most that any of them brings, Wh. */
export function mostPromised(windows: readonly { readonly energyWh: number }[]): number {
  return Math.max(0, ...windows.map(({ energyWh }) => energyWh))
}

/** A window itself; where the car is to stand there for so long, all such stays within it. */
function staysWithin(window: LongestWindow, stayMs: number | undefined): LongestWindow[] {
  const { bay, fromSlot, untilSlot } = window
  if (stayMs === undefined) return fromSlot < untilSlot ? [window] : []
  const length = Math.ceil(stayMs / SLOT_MS)
  const starts = Math.max(0, untilSlot - fromSlot - length + 1)
  return Array.from({ length: starts }, (_, later) => ({
    ...{ bay, fromSlot: fromSlot + later, untilSlot: fromSlot + later + length },
  }))
}

const lengthOf = ({ fromSlot, untilSlot }: Pick<LongestWindow, 'fromSlot' | 'untilSlot'>): number =>
  untilSlot - fromSlot
