import { bookSite, type GridAhead, isLimited } from '../../../shared/domain/demand/grid-ahead.ts'
import { gridPromises, takeIntoBook } from '../../../shared/domain/demand/grid-promises.ts'
import { sessionOf } from '../../../shared/domain/demand/session-of.ts'
import { slotAt } from '../../../shared/domain/demand/slots.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { type PromiseBook, promiseBook } from '../../../shared/domain/planning/promise-book.ts'
import { MINUTE, type Instant } from '../../../shared/time/instant.ts'
import type { Promises } from '../promises.ts'
import type { SitePlan } from './planner.ts'
import { demandAround, type MirrorChange, type SiteMirror } from './site-mirror.ts'

/** Promises are proven so far ahead; nothing later is booked but by rules that come again. Slots. */
const BOOK_SLOTS = 40 * 96

/** Time passes and cars charge: a book that is older is made anew before it is asked. */
const FRESH_MS = MINUTE

/** A book, and what it was made of. */
interface Made {
  readonly book: PromiseBook
  readonly grid: GridAhead
}

/** Keeps the book of promises as the rows are. */
export interface PromiseKeeper {
  readonly promises: Promises
  /** Notes what the mirror took in. */
  note(change: MirrorChange): void
  /** All of it may be another. */
  beginAnew(): void
  /** Sets right what units have left unsure. To be called between units only: then the mirror has the last word. */
  settle(): void
}

/** @param look called before anything is decided: it has the mirror take in what was committed, and notes it here */
export function promiseKeeper(
  mirror: SiteMirror,
  look: () => void,
  plan: Pick<SitePlan, 'gridFrom'>,
  clock: () => Instant,
): PromiseKeeper {
  const { rows } = mirror
  let made: Made | null = null
  let madeAt = -Infinity
  /** Bookings that may be another than in the book: units have put them there, or they were committed since. */
  const unsure = new Set<string>()

  const around = () => ({
    ...demandAround(rows, clock()),
    feederName: (id: string) => rows.feeders.get(id)?.name ?? '',
  })

  const freshBook = (): Made | null => {
    const now = clock()
    const grid = plan.gridFrom(Math.floor(slotAt(now)), BOOK_SLOTS)
    if (!isLimited(grid)) return null
    const fresh = promiseBook(bookSite(grid, now))
    const demand = around()
    const promises = [...rows.bookings.values()].flatMap((booking) => {
      const session = sessionOf(booking, demand)
      return session?.promised ? [session] : []
    })
    fresh.force(promises, [])
    return { book: fresh, grid }
  }

  const current = (): Made | null => {
    if (clock() - madeAt >= FRESH_MS) {
      made = freshBook()
      madeAt = clock()
    }
    return made
  }

  /** @param rowOf finds a booking as it now is */
  const setRight = (ids: Iterable<string>, rowOf: (id: string) => Booking | undefined): void => {
    if (made === null) return
    const { book } = made
    const demand = around()
    for (const id of ids) {
      const booking = rowOf(id)
      if (booking === undefined) book.force([], [id])
      else takeIntoBook(book, booking, demand)
    }
  }

  return {
    note(change) {
      if (change.wide) madeAt = -Infinity
      for (const id of change.bookingIds) unsure.add(id)
    },
    beginAnew() {
      madeAt = -Infinity
    },
    settle() {
      setRight(unsure, (id) => rows.bookings.get(id))
      unsure.clear()
    },
    promises: {
      following(tx, occupancy) {
        look()
        const promised = current()
        if (promised === null) return { occupancy, grid: null }
        setRight(unsure, (id) => tx.get('booking', id))
        const { book, grid } = promised
        return gridPromises(book, occupancy, around(), grid, (id) => unsure.add(id))
      },
      beside(occupancy) {
        const promised = freshBook()
        if (promised === null) return { occupancy, grid: null }
        const { book, grid } = promised
        return gridPromises(book, occupancy, around(), grid, () => undefined)
      },
    },
  }
}
