import type { Id } from '../../../shared/domain/id/id.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'
import type { Writes } from '../store/writes.ts'

/** What is told of a limit; without `from` it holds at once. */
export interface LimitWish {
  readonly limitW: number
  readonly from?: Instant | undefined
  readonly until: Instant
  readonly reason: string
}

/** A promise that can't be kept under a limit, and what it falls short of, Wh. */
export interface UnkeptPromise {
  readonly bookingId: Id
  readonly shortfallWh: number
}

/** Tells which promises a limit that has just been set breaks. */
export type UnkeptUnder = (limit: TemporaryLimit) => Promise<readonly UnkeptPromise[]>

/** The limits that hold now or later, those that begin first first. */
export async function listLimits({ query }: Reads, now: Instant): Promise<TemporaryLimit[]> {
  const rows = await query
    .selectFrom('temporaryLimit')
    .selectAll()
    .where('until', '>', now)
    .where('liftedAt', 'is', null)
    .orderBy('from')
    .orderBy('id')
    .execute()
  return rows.map((row) => decodeRow('temporaryLimit', row))
}

/** Sets a limit for a while; undefined when that while is over already. */
export function setLimit(tx: Writes, wish: LimitWish, setBy: string): TemporaryLimit | undefined {
  const { limitW, until, reason } = wish
  const from = wish.from ?? tx.now
  if (until <= Math.max(from, tx.now)) return undefined
  const limit: TemporaryLimit = {
    id: tx.newId(),
    limitW,
    from,
    until,
    reason,
    setBy,
    createdAt: tx.now,
    liftedAt: null,
  }
  tx.insert('temporaryLimit', limit)
  tx.journal({
    act: 'limit.set',
    noun: 'limit',
    nounId: limit.id,
    reason: reason === '' ? null : reason,
    after: limit,
  })
  return limit
}

/** Takes a limit back; one that was taken back before, or that is over, stays as it is. Undefined when there is none. */
export function liftLimit(tx: Writes, id: Id): TemporaryLimit | undefined {
  const before = tx.get('temporaryLimit', id)
  if (!before || before.liftedAt !== null || before.until <= tx.now) return before
  const after = tx.update('temporaryLimit', id, { liftedAt: tx.now }) ?? before
  tx.journal({ act: 'limit.lift', noun: 'limit', nounId: id, before, after })
  return after
}
