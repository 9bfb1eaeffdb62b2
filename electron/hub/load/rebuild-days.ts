import { dayAround } from '../../../shared/domain/load/calendar.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { putDay } from './kept.ts'

/** Keys whose days are made in one unit. */
const AT_ONCE = 20

/** The site's clock is another one: makes the days of all that is kept anew, by this one. */
export async function rebuildDays(store: Store, timeZone: string): Promise<void> {
  const kept = await store.reads.query
    .selectFrom('loadQuarters')
    .select(['dayAt', 'key'])
    .orderBy('dayAt')
    .execute()
  await store.work('hub', (tx) => void tx.sql('delete from loadDay', []))
  for (let at = 0; at < kept.length; at += AT_ONCE)
    await store.work('hub', (tx) => {
      for (const { dayAt, key } of kept.slice(at, at + AT_ONCE)) {
        const first = dayAround(dayAt, timeZone)
        const last = dayAround(dayAt + DAY - 1, timeZone)
        putDay(tx, key, first.from, first.until)
        if (last.from !== first.from) putDay(tx, key, last.from, last.until)
      }
    })
}
