import { heldPowers, heldSince } from '../../../shared/domain/dispatch/held.ts'
import { wattsOfTenth } from '../../../shared/domain/dispatch/limits.ts'
import {
  judgeConduct,
  judgeTaking,
  STALE_MS,
  unproven,
  type Conduct,
  type Sample,
  type Taking,
} from '../../../shared/domain/dispatch/obedience.ts'
import { valueAt } from '../../../shared/domain/dispatch/steps.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import { toIso, type Instant } from '../../../shared/time/instant.ts'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import type { ChargingPoint, Scene } from './scene.ts'
import type { Desk } from './send.ts'

/** What the samples of a car have shown: kept in memory, since a hub that starts looks anew. */
export interface Watched {
  readonly transactionId: string
  readonly conduct: Conduct
  readonly taking: Taking
  /** What its charger held at the last sample, W; null before the first. */
  readonly heldW: number | null
}

/** By connector. */
export type Watch = Map<string, Watched>

/** What a car draws now, W; null when nobody has told lately. */
export function drawnNow(
  { connector, car }: Pick<ChargingPoint, 'connector' | 'car'>,
  now: Instant,
): { at: Instant; w: number } | null {
  const { sampledAt } = connector
  if (sampledAt === null || now - sampledAt > STALE_MS) return null
  const w = powerOf(connector, car.phases * car.voltageV)
  return w === null ? null : { at: sampledAt, w }
}

function powerOf({ powerW, currentDa }: Connector, wattsOfAmpere: number): number | null {
  return powerW ?? (currentDa === null ? null : (currentDa * wattsOfAmpere) / 10)
}

/** Looks at what the meters have told since: who holds to what was said, and who takes less. */
export function watchMeters(desk: Desk, scene: Scene, watch: Watch): void {
  const seen = new Set<string>()
  for (const point of scene.points) {
    const { transaction, key } = point
    if (transaction === null) continue
    seen.add(key)
    const before = watch.get(key)
    const { follows } = desk.book.of(point.station.id, point.connector.connectorId)
    const watched: Watched =
      before?.transactionId === transaction.id
        ? before
        : {
            transactionId: transaction.id,
            conduct: { ...unproven, follows },
            taking: { lookedAt: null, lessSince: null },
            heldW: null,
          }
    const sample = sampleOf(desk, point, scene.now)
    if (sample === null) {
      watch.set(key, watched)
      continue
    }
    const conduct = judgeConduct({ ...watched.conduct, follows }, sample)
    const taking = judgeTaking(watched.taking, sample)
    watch.set(key, { ...watched, conduct, taking, heldW: sample.allowedW })
    if (conduct.follows !== follows) turned(desk, point, conduct, sample)
  }
  for (const key of watch.keys()) if (!seen.has(key)) watch.delete(key)
}

function sampleOf({ book }: Desk, point: ChargingPoint, now: Instant): Sample | null {
  const { transaction, car, station, connector, mostW } = point
  const drawn = drawnNow(point, now)
  if (drawn === null || transaction === null) return null
  const row = book.of(station.id, connector.connectorId)
  const held = heldPowers(row, transaction.id, car)
  if (held === null) return null
  return {
    measuredAt: drawn.at,
    drawnW: drawn.w,
    allowedW: valueAt(held, drawn.at),
    allowedSince: Math.max(heldSince(row, transaction.id, drawn.at), transaction.startedAt),
    mostW,
    ampereW: wattsOfTenth('A', car) * 10,
  }
}

function turned(
  { tx, book }: Desk,
  { station, connector }: ChargingPoint,
  { follows }: Conduct,
  { drawnW, allowedW, measuredAt }: Sample,
): void {
  const { connectorId } = connector
  book.change(station.id, connectorId, { follows, followsSince: tx.now })
  const place = { kind: 'profileIgnored', stationId: station.id, connectorId } as const
  if (follows !== 'no') return clearAlarm(tx, place)
  const words = `${Math.round(drawnW)} W > ${Math.round(allowedW)} W, ${toIso(measuredAt)}`
  raiseAlarm(tx, place, words)
}
