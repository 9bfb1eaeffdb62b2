import type { Booking } from '../../shared/domain/booking/booking.ts'
import { presentStates } from '../../shared/domain/booking/states.ts'
import { bookSite, isLimited } from '../../shared/domain/demand/grid-ahead.ts'
import { takeIntoBook } from '../../shared/domain/demand/grid-promises.ts'
import { type DemandAround } from '../../shared/domain/demand/session-of.ts'
import { type PromiseBook, promiseBook } from '../../shared/domain/planning/promise-book.ts'
import { HOUR, type Instant, MINUTE, SECOND } from '../../shared/time/instant.ts'
import { type BaseAhead, bookGrid } from './book-grid.ts'
import { demandAround } from './demand.ts'
import { hub } from './hub.ts'
import { listOf, type Tables } from './replica.ts'
import { shownBookings } from './shown-bookings.ts'
import { useLiveStore } from './store.ts'
import { wiringKeeper } from './wiring-key.ts'

/** What this window knows of the promises of energy, as the bookings are shown. */
export interface LivePromises {
  readonly book: PromiseBook
  /** Whether anything is limited: else nothing can be refused for the grid's sake. */
  readonly limited: boolean
  readonly firstSlot: number
  readonly untilSlot: number
}

/** As far ahead as the hub proves promises, slots. */
const BOOK_SLOTS = 40 * 96

/** So much of a frame filling a book may take, ms. */
const SLICE_MS = 5

/** More changes at once are taken in between frames, by a new book. */
const MOST_AT_ONCE = 300

/** A book with so much past in it begins anew. */
const BEGINS_ANEW_MS = 6 * HOUR

const LOOK_MS = SECOND
const BASE_MS = 10 * MINUTE

interface KeptBook extends LivePromises {
  readonly key: number
  readonly madeAt: Instant
  bookings: ReadonlyMap<string, Booking>
  refreshedAt: Instant
}

let kept: KeptBook | null = null
let filling: AbortController | null = null
let base: (BaseAhead & { askedAt: Instant }) | null = null
let readers = 0
let stop: (() => void) | null = null
const wiringKey = wiringKeeper()

/**
 * The promises as they stand, with every booking as it is shown now; null until somebody has asked for them to be
 * followed and they have been gathered.
 */
export function livePromises(): LivePromises | null {
  if (kept === null) return null
  return takeIn(kept) ? kept : null
}

/** Gathers the promises between frames and keeps them, until the returned function is called as often as this one. */
export function followPromises(): () => void {
  readers += 1
  stop ??= beginToFollow()
  return () => {
    readers -= 1
    if (readers > 0) return
    stop?.()
    stop = null
  }
}

function beginToFollow(): () => void {
  const look = (): void => whenIdle(keepFresh)
  look()
  const timer = setInterval(look, LOOK_MS)
  return () => {
    clearInterval(timer)
    filling?.abort()
    filling = null
    kept = null
  }
}

function keepFresh(): void {
  const { tables } = useLiveStore.getState()
  askForBase(tables)
  const key = wiringKey(tables, base)
  const now = Date.now()
  if (kept === null || kept.key !== key || now - kept.madeAt > BEGINS_ANEW_MS) {
    if (filling === null) void fill(tables, key, now)
    return
  }
  if (!takeIn(kept)) kept = null
  else if (now - kept.refreshedAt >= MINUTE) refresh(kept, tables, now)
}

/** Fills a new book, the bookings of the next days first, a little in each idle moment. */
async function fill(tables: Tables, key: number, now: Instant): Promise<void> {
  const plan = tables.plan.get('plan')
  const told = [base, plan].filter((one) => one !== null && one !== undefined)
  const grid = bookGrid(tables, told, BOOK_SLOTS, now)
  if (grid === null) return
  const mine = new AbortController()
  filling = mine
  const book = promiseBook(bookSite(grid, now))
  const bookings = shownBookings()
  const around = demandAround(tables, now)
  const waiting = [...bookings.values()]
    .filter(({ departsAt, state }) => departsAt > now || presentStates.has(state))
    .sort((one, other) => other.arrivesAt - one.arrivesAt)
  while (waiting.length > 0 && !mine.signal.aborted) {
    await idle()
    takeInSome(book, waiting, around)
  }
  if (mine.signal.aborted) return
  filling = null
  const { firstSlot, slots } = grid
  kept = {
    ...{ book, limited: isLimited(grid), firstSlot, untilSlot: firstSlot + slots },
    ...{ key, madeAt: now, bookings, refreshedAt: now },
  }
}

function takeInSome(book: PromiseBook, waiting: Booking[], around: DemandAround): void {
  const until = performance.now() + SLICE_MS
  while (performance.now() < until) {
    const next = waiting.pop()
    if (next === undefined) return
    takeIntoBook(book, next, around)
  }
}

/** Takes in what has changed since. @returns whether that was little enough */
function takeIn(live: KeptBook): boolean {
  const shown = shownBookings()
  const { bookings, book } = live
  if (shown === bookings) return true
  const changed = [...shown.values()].filter((booking) => bookings.get(booking.id) !== booking)
  if (changed.length > MOST_AT_ONCE) return false
  const around = demandAround(useLiveStore.getState().tables, Date.now())
  for (const booking of changed) takeIntoBook(book, booking, around)
  if (bookings.size + changed.length > shown.size) {
    const gone = [...bookings.keys()].filter((id) => !shown.has(id))
    if (gone.length > 0) book.force([], gone)
  }
  live.bookings = shown
  return true
}

/** Time passes and cars charge: what is still promised to those that are there gets less. */
function refresh(live: KeptBook, tables: Tables, now: Instant): void {
  live.refreshedAt = now
  const around = demandAround(tables, now)
  for (const booking of live.bookings.values())
    if (presentStates.has(booking.state)) takeIntoBook(live.book, booking, around)
}

/** What only the hub knows of the building's load to come, now and then. */
function askForBase(tables: Tables): void {
  const kind = listOf(tables.site)[0]?.baseLoad.kind
  const now = Date.now()
  if (kind !== 'series' && kind !== 'meter') return
  if (base !== null && now - base.askedAt < BASE_MS) return
  base = { startsAt: now, baseW: [], ...base, askedAt: now }
  hub.planning.outlook({ from: now, until: now + OUTLOOK_MS }).then(
    ({ startsAt, baseW }) => (base = { startsAt, baseW, askedAt: now }),
    // It is asked for again after a while; the plan's own days are known meanwhile.
    () => undefined,
  )
}

const OUTLOOK_MS = 14 * 24 * HOUR

function idle(): Promise<void> {
  return new Promise((resolve) => whenIdle(resolve))
}

function whenIdle(work: () => void): void {
  // A window that never rests fills its book all the same.
  requestIdleCallback(() => work(), { timeout: 500 })
}
