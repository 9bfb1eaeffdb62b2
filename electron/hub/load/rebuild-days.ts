import { daysOf } from '../../../shared/domain/load/calendar.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { inSlices } from './in-slices.ts'
import { IDS_A_KEY, putDay } from './kept.ts'

/** The site's clock is another one: makes the days of all that is kept anew, by this one. */
export async function rebuildDays(store: Store, timeZone: string): Promise<void> {
  const kept = await store.reads.query
    .selectFrom('loadQuarters')
    .select('id')
    .orderBy('id')
    .execute()
  await store.work('hub', (tx) => void tx.sql('delete from loadDays', []))
  await inSlices(store, kept, (tx, { id }) => {
    const dayAt = (id % IDS_A_KEY) * DAY
    for (const day of daysOf({ from: dayAt, until: dayAt + DAY }, timeZone))
      putDay(tx, Math.floor(id / IDS_A_KEY), day)
  })
}
