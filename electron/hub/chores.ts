import type { Logger } from 'pino'
import { HOUR, type Instant, SECOND } from '../../shared/time/instant.ts'
import { closePairingWhenDue } from './adoption/pairing.ts'
import { lookAfterBookings } from './booking/life/chore.ts'
import { bookAhead } from './booking/recurring/ahead.ts'
import type { Chargers } from './chargers.ts'
import { forgetPlansOwn } from './command/retention.ts'
import type { Chore } from './energy.ts'
import type { Timers } from './ocpp/server/timers.ts'
import type { BookingRooms } from './promises.ts'
import { type Store, StoreUnavailable } from './store/store.ts'
import type { Sessions } from './user/sessions.ts'
import { forgetOld } from './wire-log/retention.ts'

export interface ChoreParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly time: Timers
  readonly logger: Pick<Logger, 'error'>
  readonly sessions: Sessions
  readonly chargers: Chargers
  readonly rooms: BookingRooms
  /** Those of rooms that have their own. */
  readonly others: readonly Chore[]
}

/** Does what is due again and again, until the function that comes back is called. */
export function runChores(parts: ChoreParts): () => void {
  const { store, clock, time, logger, sessions, chargers, rooms, others } = parts
  let closing = false
  const attempt = (chore: () => Promise<unknown>): Promise<unknown> =>
    chore().catch((error: unknown) => {
      // What is under way when the hub closes is gone on with when it opens.
      if (!closing || !(error instanceof StoreUnavailable))
        logger.error({ err: error }, 'a chore failed')
    })
  const all: readonly Chore[] = [
    { everyMs: SECOND, run: () => sessions.lockIdle() },
    { everyMs: SECOND, run: () => closePairingWhenDue(store, chargers, clock()) },
    { everyMs: 5 * SECOND, run: () => lookAfterBookings(store, chargers) },
    { everyMs: HOUR, run: () => forgetOld(store, clock()) },
    { everyMs: HOUR, run: () => forgetPlansOwn(store, clock()) },
    { everyMs: HOUR, run: () => bookAhead(store, rooms) },
    ...others,
  ]
  const stops = all.map(({ everyMs, run }) => time.every(everyMs, () => attempt(run)))
  // A hub that was off for days has days to catch up with.
  void attempt(() => bookAhead(store, rooms))
  return () => {
    closing = true
    for (const stop of stops) stop()
  }
}
