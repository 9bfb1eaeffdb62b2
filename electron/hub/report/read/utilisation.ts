import type { Id } from '../../../../shared/domain/id/id.ts'
import { type Day, dayAround } from '../../../../shared/domain/load/calendar.ts'
import { NONE, totalOf } from '../../../../shared/domain/load/steps.ts'
import { localDayOf, type Stretch } from '../../../../shared/domain/report/period.ts'
import {
  usedWithin,
  type UtilisationFacts,
} from '../../../../shared/domain/report/rows/utilisation.ts'
import { DAY, type Instant, SECOND } from '../../../../shared/time/instant.ts'
import { IDS_A_KEY } from '../../load/kept.ts'
import { keyOf as loadKeyOf } from '../../load/keys.ts'
import { unpackSteps } from '../../load/pack.ts'
import type { Sqlite } from '../../store/sqlite.ts'
import type { Around } from './around.ts'
import { beforeAll, type FactSource, type RowKey } from './keyed.ts'
import { usesWithin } from './uses.ts'

interface StoredConnector {
  readonly stationId: Id
  readonly connectorId: number
  readonly createdAt: Instant
  readonly retiredAt: Instant | null
}

const CONNECTORS = `select c.stationId, c.connectorId, s.createdAt, s.retiredAt
  from connector c join station s on s.id = c.stationId
  where c.connectorId > 0 and s.createdAt < ? and (s.retiredAt is null or s.retiredAt > ?)
  order by s.name, s.id, c.connectorId`

const LOADS = `select k.key, d.steps from loadDays d join loadKey k on k.number = d.id / ${IDS_A_KEY}
  where k.key in (select value from json_each(?)) and d.id = k.number * ${IDS_A_KEY} + ?`

/** The days that begin within a stretch of time, each connector's; a day is told whole whatever is asked for. */
export function utilisationSource(
  sqlite: Sqlite,
  around: Around,
  stretch: Stretch,
  { stationId, now }: { readonly stationId: Id | undefined; readonly now: Instant },
): FactSource<UtilisationFacts> {
  const { timeZone } = around
  const connectors = (
    sqlite.all(CONNECTORS, [stretch.untilAt, stretch.fromAt]) as unknown as StoredConnector[]
  ).filter((one) => stationId === undefined || one.stationId === stationId)
  const lastAt = Math.min(stretch.untilAt, now)
  // Nothing was used before the first station was there.
  const firstAt = Math.max(
    stretch.fromAt,
    dayAround(Math.min(now, ...connectors.map(({ createdAt }) => createdAt)), timeZone).from,
  )
  const firstDayFrom = (at: Instant): Day => {
    const day = dayAround(at, timeZone)
    return day.from === at ? day : dayAround(day.until, timeZone)
  }
  return {
    slice(after, limit) {
      const from = after ?? beforeAll({ ...stretch, fromAt: firstAt }, Number.MAX_SAFE_INTEGER)
      const isWithin = from.at >= stretch.fromAt && Number(from.id) < connectors.length - 1
      const day = isWithin ? dayAround(from.at, timeZone) : firstDayFrom(from.at + 1)
      if (day.from >= lastAt || connectors.length === 0)
        return { facts: [], keys: [], last: null, scanned: 0 }
      const first = isWithin ? Number(from.id) + 1 : 0
      const turn = connectors.slice(first, first + limit)
      const chosen = turn.filter(
        ({ createdAt, retiredAt }) =>
          createdAt < day.until && (retiredAt === null || retiredAt > day.from),
      )
      const facts = factsOfDay(sqlite, around, day, chosen, now)
      const keys = chosen.map((one): RowKey => ({ at: day.from, id: connectors.indexOf(one) }))
      const last = { at: day.from, id: first + turn.length - 1 }
      return { facts, keys, last, scanned: turn.length }
    },
    count: () => Math.ceil(Math.max(0, lastAt - firstAt) / DAY) * connectors.length,
  }
}

function factsOfDay(
  sqlite: Sqlite,
  around: Around,
  day: Day,
  connectors: readonly StoredConnector[],
  now: Instant,
): UtilisationFacts[] {
  const span = { fromAt: day.from, untilAt: day.until }
  const uses = usesWithin(sqlite, span, now)
  const keys = JSON.stringify(connectors.map(loadKeyOf))
  const loads = new Map(
    sqlite.all(LOADS, [keys, day.month]).map(({ key, steps }) => [String(key), steps]),
  )
  return connectors.map((connector) => {
    const used = uses.get(loadKeyOf(connector)) ?? { uses: [], began: [] }
    const packed = loads.get(loadKeyOf(connector))
    const month = packed instanceof Uint8Array ? unpackSteps(packed, 0, DAY, false) : null
    const total = month === null ? null : totalOf(month, day.day, day.day + 1)
    const { site, station, chargePointId, connectorId } = around.stayOf({ ...nobody, ...connector })
    return {
      day: localDayOf(day.from, around.timeZone),
      stay: { site, station, chargePointId, connectorId },
      sessions: used.began.length,
      dayS: Math.round((day.until - day.from) / SECOND),
      ...usedWithin(used.uses, span),
      energyWh: total?.energyWh ?? 0,
      peakW: total === null || total.maxW === NONE ? null : total.maxW,
    }
  })
}

const nobody = { bookingId: null, vehicleId: null, customerId: null, plate: '', idToken: '' }
