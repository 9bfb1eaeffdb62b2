import { endedStates } from '../../../shared/domain/booking/states.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { advanceVisit } from './advance.ts'
import { promoteLine } from './line.ts'
import { issueDueReceipts } from './receipts.ts'
import type { VisitRooms } from './rooms.ts'

export interface VisitKeeper {
  /** Something may go on: looks as soon as what is on its way is on disk. */
  soon(): void
  /** Brings every visit up to date that is not over. */
  look(): Promise<void>
  readonly chores: readonly { readonly everyMs: number; run(): Promise<unknown> }[]
  close(): Promise<void>
}

/** What comes together is looked at together. */
const GATHER_MS = 100

/**
 * Lets visits go on by themselves: they are agreed to when their money is there, given back when it isn't, and whoever is in
 * line is offered what comes free.
 */
export function visitKeeper({
  store,
  rooms,
  failed,
}: {
  readonly store: Store
  readonly rooms: VisitRooms
  /** Told what kept a visit from going on. */
  readonly failed: (error: unknown) => void
}): VisitKeeper {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  let again = false
  let closed = false

  const lookOnce = async (): Promise<void> => {
    for (const { id } of await toLookAt(store)) {
      if (closed) return
      try {
        await store.work('hub', (tx) => {
          const visit = tx.get('visit', id)
          if (visit !== undefined) advanceVisit(tx, rooms, visit)
        })
      } catch (error) {
        if (!closed) failed(error)
      }
    }
  }

  async function look(): Promise<void> {
    again = true
    looking ??= (async () => {
      try {
        while (again && !closed) {
          again = false
          await lookOnce()
        }
      } finally {
        looking = null
      }
    })()
    await looking
  }

  const soon = (): void => {
    if (closed) return
    timer ??= setTimeout(() => {
      timer = undefined
      look().catch((error: unknown) => {
        if (!closed) failed(error)
      })
    }, GATHER_MS).unref()
  }

  const unsubscribe = store.feed.subscribe(soon)
  // What the hub before had no time for.
  soon()

  return {
    soon,
    look,
    chores: [
      { everyMs: SECOND, run: look },
      { everyMs: 2 * SECOND, run: () => promoteLine(store, rooms) },
      { everyMs: 5 * SECOND, run: () => issueDueReceipts(store) },
    ],
    async close() {
      closed = true
      unsubscribe()
      clearTimeout(timer)
      await looking?.catch(() => undefined)
    },
  }
}

/**
 * The visits that may have something next: those that wait for a place or for money, and those whose booking says
 * otherwise than that they are agreed to. Of all others one question is enough, however many there are.
 */
function toLookAt({ reads }: Store) {
  return reads.query
    .selectFrom('visit')
    .leftJoin('booking', 'booking.id', 'visit.bookingId')
    .leftJoin('walkUp', 'walkUp.id', 'visit.bookingId')
    .select('visit.id')
    .where('visit.state', '!=', 'over')
    .where((is) =>
      is.or([
        is('visit.state', '!=', 'agreed'),
        is('visit.lapse', '!=', 'null'),
        is('booking.id', 'is', null),
        is('booking.state', 'in', ['requested', ...endedStates]),
        is('walkUp.state', '=', 'waitingForPayment'),
      ]),
    )
    .execute()
}
