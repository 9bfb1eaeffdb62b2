import { alter, keep, takeBack } from './alteration.ts'
import { bookOf, powersOf, renewed, shortagesOf, type BookSite } from './book.ts'
import { clearSession, undoJournal } from './flow/energy.ts'
import { feederIndex } from './flow/feeder-tree.ts'
import { addSession, removeSession } from './flow/network.ts'
import { startJournal } from './flow/journal.ts'
import { offerCurve, offersOfLength } from './offers.ts'
import type { CriticalSet, Unmet } from './plan.ts'
import type { PlanSession } from './problem.ts'
import { siteLoadW } from './flow/site-load.ts'

/** Slots from `from` up to, not with, `until`. */
export interface SlotRange {
  readonly from: number
  readonly until: number
}

/** What stands in the way of a promise. */
export interface Shortage {
  readonly deficitWh: number
  /** `window`: its own time is too short; `limit`: the grid is full, where `critical` says. */
  readonly because: Unmet['because']
  readonly critical: CriticalSet
  /** The other promises that hold what is missing. */
  readonly sessionIds: readonly string[]
}

/** What a change would come to. */
export interface Judgement {
  /** Null when every promise that was put is proven to be kept. */
  readonly shortage: Shortage | null
  /** Over the slots asked about, the base load included. */
  readonly peakBeforeW: number
  readonly peakAfterW: number
  /** What the site would draw in each of them, W. */
  readonly afterW: Float64Array
  /** The others whose power moves. */
  readonly changed: readonly string[]
}

/** What offers are asked for: a car that could come at `earliest` and must go at `latest`, whole slots. */
export interface OfferNeed {
  readonly earliest: number
  readonly latest: number
  readonly maxW: number
  readonly feederId: string | null
  /** No more than this is of interest, Wh. */
  readonly wantWh: number
  /** Promises that the new one would take the place of. */
  readonly without?: readonly string[]
}

/**
 * Every promise of energy that was made, with a plan that keeps them all: the proof. What is asked of it costs as much
 * as it moves, so it answers while a bar is dragged. Slots are counted from a beginning that all sessions share; the
 * book knows those from its first slot on.
 */
export interface PromiseBook {
  has(id: string): boolean
  get(id: string): PlanSession | undefined
  ids(): IterableIterator<string>
  /** The slots it knows. */
  range(): SlotRange
  /**
   * All or nothing: puts sessions in, in the place of those with the same ids, and removes others.
   * @returns null when what was put is proven to be kept and nobody else loses anything; otherwise what is missing, and
   * the book is as before
   */
  change(put: readonly PlanSession[], remove: readonly string[]): Shortage | null
  /**
   * What would come of such a change; the book stays as it is.
   * @param over where the peaks are looked at; everywhere when not given
   */
  judge(put: readonly PlanSession[], remove: readonly string[], over?: SlotRange): Judgement
  /** Puts and removes without proof: what is there already. It is kept as well as it goes, at nobody's cost. */
  force(put: readonly PlanSession[], remove: readonly string[]): void
  /**
   * The site is another from now on: a limit, the base load, the time. The past is dropped, and what was planned in it
   * counts as charged; who departs before the first slot is forgotten. Where there is too little now, those of the last
   * rank go short first.
   */
  renew(site: BookSite): void
  /** The promises that can't be kept as it stands, and why. */
  shortages(): readonly Unmet[]
  /** The greatest energy that could be promised, Wh, for a start in each slot from `earliest` on. */
  offerCurve(need: OfferNeed): Float64Array
  /** The same for stays of so many slots, as long as they end by `latest`. */
  offersOfLength(need: OfferNeed, slots: number): Float64Array
  /** What the site draws as the proof has it, W slot by slot, the base load included. */
  plannedW(range: SlotRange): Float64Array
  /** What a promise draws while it is there, W slot by slot; undefined when there is none. */
  powerOf(id: string): { readonly firstSlot: number; readonly w: readonly number[] } | undefined
}

/** A book without promises. */
export function promiseBook(site: BookSite): PromiseBook {
  let book = bookOf(site)
  const offers = (need: OfferNeed, stay: number | null): Float64Array => {
    const { network, firstSlot } = book
    const feeder = feederIndex(network.tree, need.feederId)
    const journal = startJournal(network)
    for (const id of need.without ?? []) {
      const entry = book.byId.get(id)
      if (entry !== undefined) clearSession(network, entry.index)
    }
    const guest = {
      arrive: Math.ceil(need.earliest) - firstSlot,
      depart: Math.floor(need.latest) - firstSlot,
      maxW: need.maxW,
      energyWh: need.wantWh,
    }
    const index = addSession(network, guest, feeder)
    const offered =
      stay === null ? offerCurve(network, index) : offersOfLength(network, index, stay)
    undoJournal(network, journal)
    removeSession(network, index)
    return offered.map((wm) => wm / 60)
  }
  return {
    has: (id) => book.byId.has(id),
    get: (id) => book.byId.get(id)?.session,
    ids: () => book.byId.keys(),
    range: () => ({ from: book.firstSlot, until: book.firstSlot + book.network.slots }),
    change(put, remove) {
      const alteration = alter(book, put, remove)
      if (alteration.judgement.shortage === null) keep(book, alteration)
      else takeBack(book, alteration)
      return alteration.judgement.shortage
    },
    judge(put, remove, over) {
      const alteration = alter(book, put, remove, over)
      takeBack(book, alteration)
      return alteration.judgement
    },
    force(put, remove) {
      keep(book, alter(book, put, remove))
    },
    renew(next) {
      book = renewed(book, next)
    },
    shortages: () => shortagesOf(book),
    offerCurve: (need) => offers(need, null),
    offersOfLength: (need, slots) => offers(need, slots),
    plannedW: ({ from, until }) =>
      siteLoadW(book.network, from - book.firstSlot, until - book.firstSlot),
    powerOf(id) {
      const entry = book.byId.get(id)
      return entry === undefined ? undefined : powersOf(book, entry)
    },
  }
}
