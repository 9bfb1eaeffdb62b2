import type { BookingRooms } from '../../promises.ts'
import type { Store } from '../../store/store.ts'
import { carryOut } from './carry-out.ts'

/**
 * Makes the bookings of all rules that have come within sight. A unit of work for each, so that chargers never wait
 * long for it. @returns how many bookings were made or changed
 */
export async function bookAhead(store: Store, rooms: BookingRooms): Promise<number> {
  let made = 0
  for (const { id } of await store.reads.find('recurring', { endedAt: null }))
    made += await store.work('hub', (tx) => {
      const rule = tx.get('recurring', id)
      return rule === undefined || rule.endedAt !== null ? 0 : carryOut(tx, rooms, rule).made
    })
  return made
}
