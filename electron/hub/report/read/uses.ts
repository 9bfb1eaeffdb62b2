import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Stretch } from '../../../../shared/domain/report/period.ts'
import type { Use } from '../../../../shared/domain/report/rows/utilisation.ts'
import type { ChargingPeriod } from '../../../../shared/domain/tariff/charging-period.ts'
import { DAY, type Instant, SECOND } from '../../../../shared/time/instant.ts'
import { keyOf } from '../../load/keys.ts'
import type { Sqlite } from '../../store/sqlite.ts'

/** No stay that began earlier is looked for: a car that stands for longer is somebody's to find. */
const LONGEST_STAY = 31 * DAY

/** How a connector was used. */
export interface UsesOfConnector {
  readonly uses: Use[]
  /** When transactions began on it within the stretch. */
  readonly began: Instant[]
}

interface StoredUse {
  readonly stationId: Id
  readonly connectorId: number
  readonly startedAt: Instant
  readonly stoppedAt: Instant | null
  readonly arrivedAt: Instant | null
  readonly leftAt: Instant | null
  readonly periods: string | null
}

const USES = `select t.stationId, t.connectorId, t.startedAt, t.stoppedAt, k.arrivedAt, k.leftAt, r.periods
  from "transaction" t
  left join bill b on b.transactionId = t.id
  left join billRevision r on r.billId = b.id and r.revision = b.revision
  left join booking k on k.id = coalesce(b.bookingId, (select id from booking where transactionId = t.id limit 1))
  where t.startedAt >= ? and t.startedAt < ?`

/**
 * How each connector was used within a stretch of time, under its key: by what its bill was priced from, and where
 * there is none yet by when the transaction ran and the car stood there.
 */
export function usesWithin(
  sqlite: Sqlite,
  { fromAt, untilAt }: Stretch,
  now: Instant,
): Map<string, UsesOfConnector> {
  const found = new Map<string, UsesOfConnector>()
  const rows = sqlite.all(USES, [fromAt - LONGEST_STAY, untilAt]) as unknown as StoredUse[] // as selected
  for (const row of rows) {
    const uses = usesOf(row, now).filter((use) => use.untilAt > fromAt && use.fromAt < untilAt)
    const began = row.startedAt >= fromAt
    if (uses.length === 0 && !began) continue
    const key = keyOf(row)
    let of = found.get(key)
    if (of === undefined) found.set(key, (of = { uses: [], began: [] }))
    of.uses.push(...uses)
    if (began) of.began.push(row.startedAt)
  }
  return found
}

function usesOf(
  { startedAt, stoppedAt, arrivedAt, leftAt, periods }: StoredUse,
  now: Instant,
): Use[] {
  if (periods !== null)
    // Written by the hub's own rules, and never changed since.
    return (JSON.parse(periods) as ChargingPeriod[]).flatMap(({ state, startsAt, seconds }) =>
      state === 'CHARGING' || state === 'PARKING'
        ? [
            {
              fromAt: startsAt,
              untilAt: startsAt + seconds * SECOND,
              isCharging: state === 'CHARGING',
            },
          ]
        : [],
    )
  const stoodUntil = leftAt ?? stoppedAt ?? now
  return [
    { fromAt: startedAt, untilAt: stoppedAt ?? now, isCharging: true },
    { fromAt: arrivedAt ?? startedAt, untilAt: stoodUntil, isCharging: false },
  ]
}
