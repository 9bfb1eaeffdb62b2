import { at, whole } from './cells.ts'
import { feederIndex } from './flow/feeder-tree.ts'
import { filler, type Filler } from './flow/fill.ts'
import { layAsBefore } from './flow/lay.ts'
import { addSession, siteNetwork, type Network, type Site } from './flow/network.ts'
import { unmetOf } from './plan-of.ts'
import type { CriticalSet, Unmet } from './plan.ts'
import { presentMinutes } from './flow/presence.ts'
import type { PlanSession } from './problem.ts'
import { serveAll } from './serve.ts'
import { rankOf } from './shortfall.ts'

/** What the site bears, over slots that are counted on from `firstSlot`. */
export interface BookSite extends Site {
  readonly firstSlot: number
}

/** What stands in a promise book: the promises, and the plan that keeps them. */
export interface Book {
  readonly firstSlot: number
  readonly network: Network
  readonly filler: Filler
  readonly byId: Map<string, Entry>
  /** The promise at each index of the network. */
  readonly idAt: (string | undefined)[]
  /** The indices of those who don't get all that they could alone. */
  readonly short: Set<number>
}

export interface Entry {
  /** Its slots are counted as the book's are. */
  readonly session: PlanSession
  readonly index: number
}

/**
 * A book without promises.
 * @param like a network that held as much as is to come
 */
export function bookOf(site: BookSite, like?: Network): Book {
  const network = siteNetwork(
    site,
    like && { sessions: like.sessions.count, arcs: like.arcs.count },
  )
  return {
    firstSlot: site.firstSlot,
    network,
    filler: filler(network),
    byId: new Map(),
    idAt: [],
    short: new Set(),
  }
}

/** Adds a session to the book's network, where it gets nothing yet. */
export function enter(book: Book, session: PlanSession): Entry {
  const { network } = book
  const index = addSession(
    network,
    fromFirstSlot(book, session),
    feederIndex(network.tree, session.feederId),
    rankOf(session),
  )
  return { session, index }
}

/** Writes an entry down as a promise. */
export function note(book: Book, entry: Entry): void {
  book.byId.set(entry.session.id, entry)
  book.idAt[entry.index] = entry.session.id
}

/** A session with its times counted from the book's first slot, as the network has them. */
export function fromFirstSlot<T extends { readonly arrive: number; readonly depart: number }>(
  { firstSlot }: { readonly firstSlot: number },
  session: T,
): T {
  return { ...session, arrive: session.arrive - firstSlot, depart: session.depart - firstSlot }
}

/** The same promises on another site, or later. */
export function renewed(before: Book, site: BookSite): Book {
  const book = bookOf(site, before.network)
  const now = site.firstSlot + site.elapsed
  const entries = [...before.byId.values()].filter(({ session }) => session.depart > now)
  const firstInRank = entries.toSorted((one, other) => rankOf(one.session) - rankOf(other.session))
  const indices: number[] = []
  for (const { session, index } of firstInRank) {
    const leftWm = stillToComeWm(before, index, session, book)
    const aheadWm = leftWm.reduce((sum, wm) => sum + wm, 0)
    const pastWm = at(before.network.sessions.servedWm, index) - aheadWm
    const energyWh = Math.max(0, session.energyWh - pastWm / 60)
    const entry = enter(book, { ...session, energyWh })
    const first = before.firstSlot + whole(before.network.sessions.first, index)
    layAsBefore(book.network, entry.index, (slot) => leftWm[slot + book.firstSlot - first] ?? 0)
    note(book, entry)
    indices.push(entry.index)
  }
  serveAll(book.network, indices)
  for (const index of indices) noteShort(book, index)
  return book
}

/** Notes whether a promise gets all that it could alone. */
export function noteShort({ network, short }: Book, index: number): void {
  const { servedWm, needWm } = network.sessions
  if (at(servedWm, index) < at(needWm, index)) short.add(index)
  else short.delete(index)
}

/** What of a session's plan lies ahead in the later book, Wm in each of its slots as they were. */
function stillToComeWm(
  before: Book,
  index: number,
  session: PlanSession,
  later: Book,
): readonly number[] {
  const { sessions, arcs } = before.network
  const offset = whole(sessions.offset, index)
  const first = whole(sessions.first, index)
  const then = fromFirstSlot(before, session)
  const now = fromFirstSlot(later, session)
  return Array.from({ length: whole(sessions.length, index) }, (_, place) => {
    const slot = first + place
    const laterSlot = slot + before.firstSlot - later.firstSlot
    if (laterSlot < 0) return 0
    const had = presentMinutes(then, slot, before.network)
    const has = presentMinutes(now, laterSlot, later.network)
    const energyWm = at(arcs.energyWm, offset + place)
    return had > 0 ? Math.floor((energyWm * Math.min(has, had)) / had) : 0
  })
}

/** Promises that the plan doesn't keep. */
export function shortagesOf(book: Book): readonly Unmet[] {
  return [...book.byId.values()].flatMap(({ session, index }) =>
    unmetOf(book.network, session, index).map((unmet) => ({
      ...unmet,
      critical: counted(book, unmet.critical),
    })),
  )
}

/** A set of the network's slots as the book counts them. */
export function counted({ firstSlot }: Book, { slots, feederIds }: CriticalSet): CriticalSet {
  return { slots: slots.map((slot) => slot + firstSlot), feederIds }
}

/** What an entry draws while it is there, W. */
export function powersOf(
  book: Book,
  { session, index }: Entry,
): { readonly firstSlot: number; readonly w: readonly number[] } {
  const { sessions, arcs } = book.network
  const offset = whole(sessions.offset, index)
  const first = whole(sessions.first, index)
  const present = fromFirstSlot(book, session)
  const w = Array.from({ length: whole(sessions.length, index) }, (_, place) => {
    const minutes = presentMinutes(present, first + place, book.network)
    return minutes > 0 ? at(arcs.energyWm, offset + place) / minutes : 0
  })
  return { firstSlot: first + book.firstSlot, w }
}
