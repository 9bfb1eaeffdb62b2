import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Store } from '../../store/store.ts'
import { type CarryingOut, carryOut } from './carry-out.ts'
import type { StripeDoor } from './door.ts'

export interface OutboxParts extends CarryingOut {
  readonly clock: () => Instant
  readonly door: StripeDoor
}

/** What sends the outbox's calls. */
export interface Outbox {
  /**
   * Sends what is due, one call of each payment at a time, until nothing is due that this step hasn't tried. Steps may
   * overlap: what one is at, another leaves alone.
   */
  step(): Promise<void>
}

/** How many payments' calls are under way at once. */
const AT_ONCE = 8

/**
 * A worker for the outbox. A call is marked as sent on disk before it is sent, and its answer is taken in with all that
 * follows from it in one unit; killed at any point, it goes on where it was, under the same key.
 */
export function outboxWorker(parts: OutboxParts): Outbox {
  const { store, clock, door } = parts
  /** Payments of which a call is under way, whichever step began it. */
  const busy = new Set<Id>()
  return {
    async step() {
      const connection = await door.connection()
      if (connection === null) return
      const tried = new Set<Id>()
      const running = new Set<Promise<void>>()
      const failures: unknown[] = []
      const begin = (call: DueCall): void => {
        tried.add(call.id)
        busy.add(call.paymentId)
        const run = carryOut(parts, connection, call.id)
          .catch((error: unknown) => failures.push(error))
          .then(() => {
            busy.delete(call.paymentId)
            running.delete(run)
          })
        running.add(run)
      }
      for (;;) {
        const due = await dueCalls(store, clock())
        for (const call of due)
          if (busy.size < AT_ONCE && !busy.has(call.paymentId) && !tried.has(call.id)) begin(call)
        if (running.size === 0) break
        await Promise.race(running)
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** A call whose turn it is. */
interface DueCall {
  readonly id: Id
  readonly paymentId: Id
}

/** Of each payment the call that is next, if it is due. */
async function dueCalls({ reads }: Store, now: Instant): Promise<DueCall[]> {
  const rows = await reads.query
    .selectFrom('stripeCall')
    .select(['id', 'paymentId', 'dueAt'])
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const heads = new Map<Id, (typeof rows)[number]>()
  for (const row of rows) if (!heads.has(row.paymentId)) heads.set(row.paymentId, row)
  return [...heads.values()].filter(({ dueAt }) => dueAt <= now)
}
