import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'

/** How long the wire log is kept. */
export const WIRE_LOG_MS = 7 * DAY

/** How many old lines one unit lets go of, so that chargers never wait long for it. */
const AT_ONCE = 2_000

/** Lets go of lines that are older than they are kept, a little at a time. @returns how many went */
export async function forgetOld(store: Store, now: Instant): Promise<number> {
  let gone = 0
  const stations = await store.reads.query.selectFrom('station').select('id').execute()
  const [kept] = await store.reads.query
    .selectFrom('ocppMessage')
    .select('id')
    .where('at', '>=', now - WIRE_LOG_MS)
    .orderBy('id')
    .limit(1)
    .execute()
  for (const { id } of kept ? stations : [])
    await store.work('hub', (tx) => {
      // The row that the oldest kept line may stand in stays.
      tx.sql(
        `delete from ocppMessageOfStation where stationId = ?1 and firstMessageId <
          (select max(firstMessageId) from ocppMessageOfStation where stationId = ?1 and firstMessageId <= ?2)`,
        [id, kept?.id ?? 0],
      )
    })
  for (;;) {
    const some = await store.work(
      'hub',
      (tx) =>
        tx.sql(
          `delete from ocppMessage where id in
           (select id from ocppMessage where at < ? order by id limit ?) returning id`,
          [now - WIRE_LOG_MS, AT_ONCE],
        ).length,
    )
    gone += some
    if (some < AT_ONCE) break
  }
  return gone
}
