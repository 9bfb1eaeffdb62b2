import { CLOCK_AHEAD_MS } from '../../../shared/domain/metering/clock-suspect.ts'
import { DAY, HOUR, type Instant } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { forgetPresence } from './presence.ts'

/** How long raw meter samples are kept. */
export const RAW_MS = 14 * DAY

/**
 * How long minutes are kept: a quarter of a year, for who looks into a bill or a fuse that went. Quarters of an hour,
 * which is what grid companies bill by, and all that is coarser stay: they take a fourteenth of the room.
 */
export const MINUTES_MS = 90 * DAY

/** How many old rows one unit lets go of, so that chargers never wait long for it. */
const AT_ONCE = 500

/** Lets go of raw samples and minutes that are older than they are kept, a little at a time. @returns how many went */
export async function forgetOldLoad(store: Store, now: Instant): Promise<number> {
  let gone = 0
  const rawFrom = now - RAW_MS
  const connectors = await store.reads.query
    .selectFrom('connector')
    .select(['stationId', 'connectorId'])
    .execute()
  const statements: [statement: string, parameters: (string | number)[]][] = [
    [
      `delete from loadMinutes where rowid in
        (select rowid from loadMinutes where hourAt < ? limit ${AT_ONCE}) returning hourAt`,
      [now - MINUTES_MS],
    ],
    [
      `delete from buildingReading where measuredAt in
        (select measuredAt from buildingReading where measuredAt < ? limit ${AT_ONCE}) returning measuredAt`,
      [rawFrom],
    ],
    // Late ones stay as long after they came, and so do those of a clock that can't be right.
    ...connectors.flatMap(({ stationId, connectorId }): typeof statements => [
      [
        rawBetween('measuredAt < ?4 and receivedAt < ?3'),
        [stationId, connectorId, rawFrom, rawFrom],
      ],
      [
        rawBetween('measuredAt > ?4 and receivedAt < ?3'),
        [stationId, connectorId, rawFrom, now + CLOCK_AHEAD_MS],
      ],
    ]),
  ]
  for (const [statement, parameters] of statements)
    for (;;) {
      const some = await store.work('hub', (tx) => tx.sql(statement, parameters).length)
      gone += some
      if (some < AT_ONCE) break
    }
  gone += await store.work('hub', (tx) => forgetPresence(tx, rawFrom - HOUR))
  return gone
}

function rawBetween(condition: string): string {
  const which = `stationId = ?1 and connectorId = ?2 and ${condition}`
  return `delete from meterSample where (stationId, connectorId, measuredAt, context, transactionId) in
    (select stationId, connectorId, measuredAt, context, transactionId from meterSample
      where ${which} limit ${AT_ONCE}) returning measuredAt`
}
