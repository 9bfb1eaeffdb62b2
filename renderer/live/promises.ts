import type { Booking } from '../../shared/domain/booking/booking.ts'
import { presentStates } from '../../shared/domain/booking/states.ts'
import { bookSite, isLimited } from '../../shared/domain/demand/grid-ahead.ts'
import { type DemandAround, sessionOf } from '../../shared/domain/demand/session-of.ts'
import { type PromiseBook, promiseBook } from '../../shared/domain/planning/promise-book.ts'
import type { PlanSession } from '../../shared/domain/planning/problem.ts'
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

/** So much of a moment that is idle the book may take, and of one that never comes, ms. */
const SLICE_MS = 6
const LEAST_SLICE_MS = 2

/** With more changes than this a new book is filled sooner than this one is put right. */
const MOST_PENDING = 300

/** A book with so much past in it begins anew. */
const BEGINS_ANEW_MS = 6 * HOUR

const LOOK_MS = SECOND
const BASE_MS = 10 * MINUTE

interface KeptBook extends LivePromises {
  readonly key: number
  readonly madeAt: Instant
  /** The bookings as they were looked at last. */
  bookings: ReadonlyMap<string, Booking>
  /** Those of them that are not in the book as they are. */
  readonly pending: Set<string>
  settling: boolean
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
  if (kept === null || !notice(kept)) return null
  takeIn(kept, Infinity)
  return kept
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
  const look = (): void => void idle().then(() => (stop === null ? undefined : keepFresh()))
  queueMicrotask(look)
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
  if (!notice(kept)) kept = null
  else {
    if (now - kept.refreshedAt >= MINUTE) refresh(kept, now)
    void settle(kept)
  }
}

/** Takes in what is pending, a little in each idle moment. */
async function settle(live: KeptBook): Promise<void> {
  if (live.settling) return
  live.settling = true
  while (live === kept && live.pending.size > 0) takeIn(live, await idle())
  live.settling = false
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
  while (waiting.length > 0 && !mine.signal.aborted) takeInSome(book, waiting, around, await idle())
  if (mine.signal.aborted) return
  filling = null
  const { firstSlot, slots } = grid
  kept = {
    ...{ book, limited: isLimited(grid), firstSlot, untilSlot: firstSlot + slots },
    ...{ key, madeAt: now, bookings, pending: new Set(), settling: false, refreshedAt: now },
  }
}

/** @param until when to stop, by `performance.now()` */
function takeInSome(
  book: PromiseBook,
  waiting: Booking[],
  around: DemandAround,
  until: number,
): void {
  do {
    const next = waiting.pop()
    if (next === undefined) return
    enter(book, next.id, next, around)
  } while (performance.now() < until)
}

/** Notes what has changed since. @returns whether that was little enough to be taken in */
function notice(live: KeptBook): boolean {
  const shown = shownBookings()
  const { bookings, pending } = live
  if (shown === bookings) return true
  let added = 0
  for (const [id, booking] of shown) {
    const before = bookings.get(id)
    if (before === booking) continue
    if (before === undefined) added += 1
    pending.add(id)
  }
  if (bookings.size + added > shown.size)
    for (const id of bookings.keys()) if (!shown.has(id)) pending.add(id)
  live.bookings = shown
  return pending.size <= MOST_PENDING
}

function takeIn({ book, bookings, pending }: KeptBook, until: number): void {
  if (pending.size === 0) return
  const around = demandAround(useLiveStore.getState().tables, Date.now())
  for (const id of pending) {
    pending.delete(id)
    enter(book, id, bookings.get(id), around)
    if (performance.now() >= until) return
  }
}

/** Has the book hold what a booking promises, if it does not do so already. */
function enter(
  book: PromiseBook,
  id: string,
  booking: Booking | undefined,
  around: DemandAround,
): void {
  const session = booking === undefined ? null : sessionOf(booking, around)
  const known = book.get(id)
  if (session === null || !session.promised) {
    if (known !== undefined) book.force([], [id])
  } else if (known === undefined || !alike(known, session)) book.force([session], [])
}

function alike(a: PlanSession, b: PlanSession): boolean {
  return (
    a.arrive === b.arrive &&
    a.depart === b.depart &&
    a.energyWh === b.energyWh &&
    a.maxW === b.maxW &&
    a.minW === b.minW &&
    a.feederId === b.feederId &&
    a.priority === b.priority
  )
}

/** Time passes and cars charge: what is still promised to those that are there gets less. */
function refresh(live: KeptBook, now: Instant): void {
  live.refreshedAt = now
  for (const { id, state } of live.bookings.values())
    if (presentStates.has(state)) live.pending.add(id)
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

/** Waits for a moment in which nothing else is to be done. @returns until when it may last, by `performance.now()` */
function idle(): Promise<number> {
  return new Promise((resolve) => {
    const begin = (deadline: IdleDeadline): void => {
      const spareMs = Math.max(LEAST_SLICE_MS, Math.min(SLICE_MS, deadline.timeRemaining()))
      resolve(performance.now() + spareMs)
    }
    // In a window that never rests the book is filled all the same.
    requestIdleCallback(begin, { timeout: 500 })
  })
}
