import type { Span } from '../../../shared/domain/load/meter.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'

/** A station that was away for less is taken to have been there: it would have told a transaction soon after. */
const BLINK_MS = MINUTE

/**
 * Writes down which stations have come and gone since the last look.
 * @param lookedAt when that was; who was connected before and is since later was not seen to go, so it went then
 */
export function keepPresence(tx: Writes, lookedAt: Instant): void {
  const open = new Map<Id, Instant>()
  for (const row of tx.sql(`select stationId, "from" from stationOnline where "until" is null`, []))
    open.set(String(row['stationId']), Number(row['from']))
  const stations = tx.sql('select id, connection, connectionSince from station', [])
  for (const { id, connection, connectionSince } of stations) {
    const [stationId, since] = [String(id), Number(connectionSince ?? tx.now)]
    const from = open.get(stationId)
    if (connection === 'online') {
      if (from !== undefined && since <= Math.max(from, lookedAt + BLINK_MS)) continue
      if (from !== undefined) close(tx, stationId, from, lookedAt)
      tx.sql(`insert or replace into stationOnline (stationId, "from") values (?, ?)`, [
        stationId,
        since,
      ])
    } else if (from !== undefined) close(tx, stationId, from, Math.max(from, since))
  }
}

function close(tx: Writes, stationId: Id, from: Instant, until: Instant): void {
  tx.sql(`update stationOnline set "until" = ? where stationId = ? and "from" = ?`, [
    until,
    stationId,
    from,
  ])
}

/** When the station was connected, and since when it is known. */
export function presenceOf(tx: Writes, stationId: Id): { online: Span[]; since: Instant } {
  const online = tx
    .sql(`select "from", "until" from stationOnline where stationId = ? order by "from"`, [
      stationId,
    ])
    .map(({ from, until }) => ({
      from: Number(from),
      until: until === null ? Infinity : Number(until),
    }))
  return { online, since: online[0]?.from ?? Infinity }
}

/** Lets go of what is older than raw samples are kept, save for the last of each station. */
export function forgetPresence(tx: Writes, before: Instant): number {
  return tx.sql(
    `delete from stationOnline where "until" < ?1 and exists (
      select 1 from stationOnline as later
        where later.stationId = stationOnline.stationId and later."from" > stationOnline."from"
          and later."from" < ?1
    ) returning stationId`,
    [before],
  ).length
}
