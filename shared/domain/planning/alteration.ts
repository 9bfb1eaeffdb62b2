import { counted, enter, note, noteShort, type Book, type Entry } from './book.ts'
import { at } from './cells.ts'
import { cutFrom } from './flow/cut.ts'
import { clearSession, undoJournal } from './flow/energy.ts'
import { feederIndex } from './flow/feeder-tree.ts'
import { tightestFirst } from './flow/fill.ts'
import { movedSessions, startJournal, type Journal } from './flow/journal.ts'
import { removeSession, wattMinutesOf } from './flow/network.ts'
import type { PlanSession } from './problem.ts'
import type { Judgement, Shortage, SlotRange } from './promise-book.ts'
import { pushAll } from './flow/push.ts'
import { settle } from './settle.ts'
import { peakW, siteLoadW } from './flow/site-load.ts'

/** A change that was made in the book's network, and can be kept or taken back. */
export interface Alteration {
  readonly judgement: Judgement
  readonly journal: Journal
  /** Promises that are to go, or to be replaced. */
  readonly leaving: readonly Entry[]
  readonly coming: readonly Entry[]
}

/** Makes a change: those that leave give back all they had, then each that comes is settled, the tightest first. */
export function alter(
  book: Book,
  put: readonly PlanSession[],
  remove: readonly string[],
  over: SlotRange = everywhere(book),
): Alteration {
  const { network } = book
  const from = Math.max(0, over.from - book.firstSlot)
  const until = Math.min(network.slots, over.until - book.firstSlot)
  const peakBeforeW = peakW(network, from, until)
  // Whoever names a feeder that isn't there is to find the book as it was.
  for (const { feederId } of put) feederIndex(network.tree, feederId)
  const journal = startJournal(network)
  const ids = new Set([...remove, ...put.map(({ id }) => id)])
  const leaving = [...ids].flatMap((id) => book.byId.get(id) ?? [])
  for (const { index } of leaving) clearSession(network, index)
  const coming = put.map((session) => enter(book, session))
  const order = tightestFirst(
    network,
    coming.map(({ index }) => index),
  )
  for (const index of order) settle(network, book.filler, index, peakBeforeW)
  serveTheShort(book, leaving)
  return {
    judgement: {
      shortage: shortageOf(book, coming),
      peakBeforeW,
      peakAfterW: peakW(network, from, until),
      afterW: siteLoadW(network, from, until),
      changed: changedIds(book, journal, leaving),
    },
    journal,
    leaving,
    coming,
  }
}

function everywhere({ firstSlot, network }: Book): SlotRange {
  return { from: firstSlot, until: firstSlot + network.slots }
}

/** Makes a change last. */
export function keep(book: Book, { leaving, coming }: Alteration): void {
  book.network.journal = null
  for (const { session, index } of leaving) {
    removeSession(book.network, index)
    book.byId.delete(session.id)
    book.idAt[index] = undefined
    book.short.delete(index)
  }
  for (const index of book.short) noteShort(book, index)
  for (const entry of coming) {
    note(book, entry)
    noteShort(book, entry.index)
  }
}

/** Leaves the book as it was before a change. */
export function takeBack(book: Book, { journal, coming }: Alteration): void {
  undoJournal(book.network, journal)
  for (const { index } of coming.toReversed()) removeSession(book.network, index)
}

/** Who was promised more than there was gets of what is free now. */
function serveTheShort(book: Book, leaving: readonly Entry[]): void {
  const { network, short } = book
  const gone = new Set(leaving.map(({ index }) => index))
  const sources = [...short].filter((index) => !gone.has(index)).map((index) => ~index)
  if (sources.length > 0) {
    pushAll(network, { sources, ceilingWm: network.limitWm, part: 0 })
  }
}

function shortageOf(book: Book, coming: readonly Entry[]): Shortage | null {
  const { network } = book
  const { sessions } = network
  let deficitWm = 0
  const short: number[] = []
  for (const { session, index } of coming) {
    const servedWm = at(sessions.servedWm, index)
    deficitWm += wattMinutesOf(session.energyWh) - servedWm
    if (servedWm < at(sessions.needWm, index)) short.push(index)
  }
  if (deficitWm <= 0) return null
  if (short.length === 0) {
    const critical = { slots: [], feederIds: [] }
    return { deficitWh: deficitWm / 60, because: 'window', critical, sessionIds: [] }
  }
  const own = new Set(coming.map(({ index }) => index))
  const { critical, held } = cutFrom(network, short)
  return {
    deficitWh: deficitWm / 60,
    because: 'limit',
    critical: counted(book, critical),
    sessionIds: held.flatMap((index) => (own.has(index) ? [] : (book.idAt[index] ?? []))),
  }
}

/** The others whose arcs carry something else than they did. */
function changedIds(book: Book, journal: Journal, leaving: readonly Entry[]): string[] {
  const changed = movedSessions(book.network, journal)
  for (const { index } of leaving) changed.delete(index)
  return [...changed].flatMap((index) => book.idAt[index] ?? [])
}
