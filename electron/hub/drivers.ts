import type { Chore } from './energy.ts'
import type { Money } from './money.ts'
import type { Planning } from './planning/planning.ts'
import type { BookingRooms } from './promises.ts'
import type { Store } from './store/store.ts'
import type { VisitRooms } from './visit/rooms.ts'
import { type VisitKeeper, visitKeeper } from './visit/visit-keeper.ts'

/** What of the hub looks after drivers: what they book from their phones, and what becomes of it. */
export interface Drivers {
  readonly rooms: VisitRooms
  readonly keeper: VisitKeeper
  readonly chores: readonly Chore[]
  close(): Promise<void>
}

export interface DriversParts extends BookingRooms, Pick<Planning, 'findOffers'> {
  readonly store: Store
  readonly money: Money
  readonly hubSecret: string
  /** Where Stripe's page sends a payer back to; null while phones can't come in. */
  readonly returnUrl: () => string | null
  /** Told what kept a visit from going on. */
  readonly failed: (error: unknown) => void
}

/** Puts the rooms together that drivers have to do with. */
export function openDrivers(parts: DriversParts): Drivers {
  const { store, money, failed, chargers, promises, findOffers, hubSecret, returnUrl } = parts
  const rooms: VisitRooms = {
    ...{ chargers, promises, findOffers, hubSecret, returnUrl },
    ...{ side: money.payments.side, settled: money.bills.watcher.settled },
  }
  const keeper = visitKeeper({ store, rooms, failed })
  return { rooms, keeper, chores: keeper.chores, close: () => keeper.close() }
}
