import { endedStates } from '../../../shared/domain/booking/states.ts'
import { openVisits } from '../../../shared/domain/visit/visit.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import { alone } from '../alone.ts'
import { type RowKeeper, rowKeeper } from '../row-keeper.ts'
import type { Store } from '../store/store.ts'
import { advanceVisit } from './advance.ts'
import { promoteLine } from './line.ts'
import { issueDueReceipts } from './receipts.ts'
import type { VisitRooms } from './rooms.ts'

export interface VisitKeeper extends RowKeeper {
  readonly chores: readonly { readonly everyMs: number; run(): Promise<unknown> }[]
}

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
  let closed = false
  const keeper = rowKeeper({
    ...{ store, failed },
    toLookAt: () => toLookAt(store),
    advance(tx, id) {
      const visit = tx.get('visit', id)
      if (visit !== undefined) advanceVisit(tx, rooms, visit)
    },
  })
  const unlessClosed = (run: () => Promise<void>) =>
    alone(async () => {
      if (!closed) await run()
    })
  const promote = unlessClosed(() => promoteLine(store, rooms))
  const giveReceipts = unlessClosed(() => issueDueReceipts(store))
  return {
    ...keeper,
    chores: [
      { everyMs: SECOND, run: keeper.look },
      { everyMs: 2 * SECOND, run: promote },
      { everyMs: 5 * SECOND, run: giveReceipts },
    ],
    async close() {
      closed = true
      await keeper.close()
      await Promise.allSettled([promote(), giveReceipts()])
    },
  }
}

/**
 * The visits that may have something next: those that wait for a place or for money, and those whose booking says
 * otherwise than that they are agreed to. Of all others one question is enough, however many there are.
 */
async function toLookAt({ reads }: Store): Promise<string[]> {
  const rows = await reads.query
    .selectFrom('visit')
    .leftJoin('booking', 'booking.id', 'visit.bookingId')
    .leftJoin('walkUp', 'walkUp.id', 'visit.bookingId')
    .select('visit.id')
    .where('visit.state', 'in', [...openVisits])
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
  return rows.map(({ id }) => id)
}
