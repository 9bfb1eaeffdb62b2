import { setImmediate } from 'node:timers/promises'
import { stamp } from '../../../shared/domain/load/points.ts'
import { CLOCK_AHEAD_MS, NO_CLOCK_BEFORE } from '../../../shared/domain/metering/clock-suspect.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { BUILDING, keyOf } from './keys.ts'
import type { Looked } from './look.ts'
import { RAW_MS } from './retention.ts'
import { newsOf, type Watch } from './watch.ts'

/** Rows may come to their place so long after they were received. */
const PLACED_WITHIN_MS = 10 * MINUTE

/** Notes what came since loads were made last, by a hub that has stopped: all there is where they never were. */
export async function missedNews(store: Store, looked: Looked, watch: Watch): Promise<void> {
  const since = looked.state === null ? 0 : looked.state.rolledAt - PLACED_WITHIN_MS
  for (const place of looked.places) {
    const { stationId, connectorId } = place
    const rows = await store.work('hub', (tx) =>
      tx.sql(
        `select min(measuredAt) as first, max(measuredAt) as last,
          min(receivedAt) as firstReceivedAt, max(receivedAt) as lastReceivedAt
          from meterSample where stationId = ? and connectorId = ? and receivedAt >= ?
          group by measuredAt > receivedAt + ? or measuredAt < ?`,
        [stationId, connectorId, since, CLOCK_AHEAD_MS, NO_CLOCK_BEFORE],
      ),
    )
    for (const row of rows) {
      const from = stamp(Number(row['first']), Number(row['firstReceivedAt'])).at
      const until = stamp(Number(row['last']), Number(row['lastReceivedAt'])).at
      watch.note(keyOf(place), { from, until, register: true })
    }
    await setImmediate()
  }
  const transactions = await store.work('hub', (tx) => {
    const ids = tx.sql(
      `select id from "transaction" where startedAt >= ?1
        and (startReceivedAt >= ?2 or stoppedAt >= ?2 or stopReceivedAt >= ?2)`,
      [looked.at - RAW_MS, since],
    )
    return ids.map(({ id }) => tx.get('transaction', String(id)))
  })
  for (const transaction of transactions)
    if (transaction !== undefined) watch.note(keyOf(transaction), newsOf(transaction))
  const [building] = await store.work('hub', (tx) =>
    tx.sql(
      'select min(measuredAt) as first, max(measuredAt) as last from buildingReading where receivedAt >= ? having count(*) > 0',
      [since],
    ),
  )
  if (building !== undefined)
    watch.note(BUILDING, {
      from: Number(building['first']),
      until: Number(building['last']),
      register: false,
    })
}
