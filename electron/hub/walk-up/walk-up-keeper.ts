import { type RowKeeper, rowKeeper } from '../row-keeper.ts'
import type { Store } from '../store/store.ts'
import { advance } from './advance.ts'
import type { WalkUpRooms } from './rooms.ts'

export type WalkUpKeeper = RowKeeper

/**
 * Lets walk-ups go on by themselves: when their money is there the charger is told, when the car is plugged in and charges
 * they say so. It looks when rows have changed, and every second while one of them waits.
 */
export function walkUpKeeper({
  store,
  rooms,
  failed,
}: {
  readonly store: Store
  readonly rooms: WalkUpRooms
  /** Told what kept a walk-up from going on. */
  readonly failed: (error: unknown) => void
}): WalkUpKeeper {
  let anyWaits = false
  const keeper = rowKeeper({
    ...{ store, failed },
    async toLookAt() {
      const open = await openOf(store)
      anyWaits = open.some(({ state }) => state !== 'charging')
      return open.map(({ id }) => id)
    },
    advance(tx, id) {
      const walkUp = tx.get('walkUp', id)
      if (walkUp !== undefined) advance(tx, rooms, walkUp)
    },
    isWaiting: () => anyWaits,
  })
  return {
    ...keeper,
    soon() {
      anyWaits = true
      keeper.soon()
    },
  }
}

/** The walk-ups that wait, and those whose booking says otherwise than that they charge. */
function openOf({ reads }: Store) {
  return reads.query
    .selectFrom('walkUp')
    .leftJoin('booking', 'booking.id', 'walkUp.id')
    .select(['walkUp.id', 'walkUp.state'])
    .where('walkUp.endedAt', 'is', null)
    .where((is) =>
      is.or([is('walkUp.state', '!=', 'charging'), is('booking.state', '!=', 'charging')]),
    )
    .execute()
}
