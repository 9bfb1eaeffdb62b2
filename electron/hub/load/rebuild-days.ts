import { daysOf } from '../../../shared/domain/load/calendar.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { IDS_A_KEY, putDay } from './kept.ts'

/** Days that are made in one unit. */
const AT_ONCE = 20

/** The site's clock is another one: makes the days of all that is kept anew, by this one. */
export async function rebuildDays(store: Store, timeZone: string): Promise<void> {
  const kept = await store.reads.query
    .selectFrom('loadQuarters')
    .select('id')
    .orderBy('id')
    .execute()
  await store.work('hub', (tx) => void tx.sql('delete from loadDays', []))
  for (let at = 0; at < kept.length; at += AT_ONCE)
    await store.work('hub', (tx) => {
      for (const { id } of kept.slice(at, at + AT_ONCE)) {
        const dayAt = (id % IDS_A_KEY) * DAY
        for (const day of daysOf({ from: dayAt, until: dayAt + DAY }, timeZone))
          putDay(tx, Math.floor(id / IDS_A_KEY), day)
      }
    })
}
