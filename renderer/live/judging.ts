import type { Booking } from '../../shared/domain/booking/booking.ts'
import type { Occupancy } from '../../shared/domain/booking/occupancy.ts'
import type { GridPromises } from '../../shared/domain/booking/surroundings.ts'
import { type PromiseAround, told } from '../../shared/domain/demand/grid-promises.ts'
import { type DemandAround, sessionOf } from '../../shared/domain/demand/session-of.ts'
import { slotAt } from '../../shared/domain/demand/slots.ts'
import type { PromiseBook, SlotRange } from '../../shared/domain/planning/promise-book.ts'
import type { PlanSession } from '../../shared/domain/planning/problem.ts'

/** What a change of bookings would put into the book, and what it would take out. */
export interface BookChange {
  readonly put: readonly PlanSession[]
  readonly remove: readonly string[]
}

/**
 * An occupancy that remembers which bookings are drafts, and a grid that judges them beside what the book holds. Nothing
 * is put into the book: asked sixty times a second about what is held, it stays as it was.
 * @param rowOf the bookings as they are, without drafts
 */
export function judgingGrid(
  book: PromiseBook,
  occupancy: Occupancy,
  rowOf: (bookingId: string) => Booking | undefined,
  around: PromiseAround,
): { occupancy: Occupancy; grid: GridPromises } {
  const drafts = new Map<string, Booking | null>()
  const note = (id: string, draft: Booking | null): void => {
    if (rowOf(id) === (draft ?? undefined)) drafts.delete(id)
    else drafts.set(id, draft)
  }
  return {
    occupancy: {
      ...occupancy,
      put(booking) {
        occupancy.put(booking)
        note(booking.id, booking)
      },
      remove(bookingId) {
        occupancy.remove(bookingId)
        note(bookingId, null)
      },
    },
    grid: {
      shortageFor(booking) {
        const session = sessionOf(booking, around)
        if (!session?.promised) return null
        const { put, remove } = bookChange(new Map([...drafts, [booking.id, booking]]), around)
        const { shortage } = book.judge(put, remove)
        return shortage?.because === 'limit' ? told(shortage, around) : null
      },
    },
  }
}

/** What bookings, as they would be, come to in the book. */
export function bookChange(
  drafts: ReadonlyMap<string, Booking | null>,
  around: DemandAround,
): BookChange {
  const put: PlanSession[] = []
  const remove: string[] = []
  for (const [id, draft] of drafts) {
    const session = draft === null ? null : sessionOf(draft, around)
    if (session?.promised) put.push(session)
    else remove.push(id)
  }
  return { put, remove }
}

/** What a change would do to the site's load. */
export interface LoadEffect {
  readonly firstSlot: number
  /** How much more or less is drawn, W slot by slot. */
  readonly moreW: readonly number[]
  readonly peakChangeW: number
  /** The others whose charging moves. */
  readonly changed: readonly string[]
}

/**
 * What a change would do to the load over a stretch of slots; null when nothing that is promised changes.
 */
export function loadEffect(
  book: PromiseBook,
  { put, remove }: BookChange,
  over: SlotRange,
): LoadEffect | null {
  if (put.length === 0 && !remove.some((id) => book.has(id))) return null
  const known = book.range()
  const wider = {
    from: Math.max(known.from, Math.min(over.from, ...put.map(({ arrive }) => Math.floor(arrive)))),
    until: Math.min(
      known.until,
      Math.max(over.until, ...put.map(({ depart }) => Math.ceil(depart))),
    ),
  }
  if (wider.until <= wider.from) return null
  const judged = book.judge(put, remove, wider)
  const beforeW = book.plannedW(wider)
  return {
    firstSlot: wider.from,
    moreW: Array.from(judged.afterW, (powerW, slot) => powerW - (beforeW[slot] ?? 0)),
    peakChangeW: Math.round(judged.peakAfterW - judged.peakBeforeW),
    changed: judged.changed,
  }
}

/** The slots between two instants. */
export function slotsBetween(from: number, until: number): SlotRange {
  return { from: Math.floor(slotAt(from)), until: Math.ceil(slotAt(until)) }
}
