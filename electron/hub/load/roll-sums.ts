import { setImmediate } from 'node:timers/promises'
import type { Id } from '../../../shared/domain/id/id.ts'
import { blankSteps, put, sliceOf, type Steps, totalOf } from '../../../shared/domain/load/steps.ts'
import { type MeterSteps, stationSteps, sumOf } from '../../../shared/domain/load/sum.ts'
import { HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import { inSlices } from './in-slices.ts'
import { placeOf, SITE } from './keys.ts'
import { putMinutes, putQuarters, QUARTER } from './kept.ts'
import { unpackSteps } from './pack.ts'
import { feedersAbove, treeAt, type TreeHistory } from './site-tree.ts'

/** Rows made ready before others get their turn. */
const AT_ONCE = 100

/**
 * Adds an hour up: each station of its meters that count, each feeder of the stations that hung on it then, and the
 * site.
 * @param quarters whether the stations' quarters are due too
 */
export async function rollSums(
  store: Store,
  hourAt: Instant,
  trees: TreeHistory,
  timeZone: string,
  quarters: boolean,
): Promise<void> {
  const meters = await metersOf(store, hourAt)
  const stations = new Map<Id, Steps>()
  for (const [stationId, own] of meters) {
    const steps = stationSteps(own)
    if (steps !== null) stations.set(stationId, steps)
  }
  await setImmediate()
  const sums = sumsOf(stations, hourAt, trees)
  await inSlices(store, [...sums], (tx, [key, steps]) => {
    putMinutes(tx, key, steps)
    putQuarters(tx, key, steps, timeZone)
  })
  if (!quarters) return
  await inSlices(store, [...stations], (tx, [stationId, steps]) =>
    putQuarters(tx, stationId, steps, timeZone),
  )
}

/** The hour's minutes of all meters, station by station. */
async function metersOf(store: Store, hourAt: Instant): Promise<Map<Id, MeterSteps[]>> {
  const rows = await store.reads.query
    .selectFrom('loadMinutes')
    .select(['key', 'steps'])
    .where('hourAt', '=', hourAt)
    .execute()
  const meters = new Map<Id, MeterSteps[]>()
  for (const [index, { key, steps }] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
    const place = placeOf(key)
    if (place === null) continue
    const { stationId, connectorId } = place
    const meter = { connectorId, steps: unpackSteps(steps, hourAt, MINUTE) }
    const own = meters.get(stationId)
    if (own === undefined) meters.set(stationId, [meter])
    else own.push(meter)
  }
  return meters
}

/** The sums by key. What hangs on what may have changed within the hour, so it is looked at every quarter then. */
function sumsOf(
  stations: ReadonlyMap<Id, Steps>,
  hourAt: Instant,
  trees: TreeHistory,
): Map<string, Steps> {
  const changed = trees.some(({ from }) => from > hourAt && from < hourAt + HOUR)
  const length = (changed ? QUARTER : HOUR) / MINUTE
  const sums = new Map<string, Steps>()
  for (let from = 0; from < HOUR / MINUTE; from += length) {
    // As it was at the end of the quarter: a change is seen a little after it was made.
    const tree = treeAt(trees, hourAt + (from + length) * MINUTE - 1)
    const members = new Map<string, Steps[]>()
    for (const [stationId, steps] of stations)
      for (const key of [SITE, ...feedersAbove(tree, stationId)])
        join(members, key, sliceOf(steps, from, length))
    for (const [key, of] of members) {
      const hour = sums.get(key) ?? blankSteps(hourAt, MINUTE, HOUR / MINUTE)
      sums.set(key, hour)
      const sum = sumOf(of)
      for (let at = 0; sum !== null && at < length; at += 1)
        put(hour, from + at, totalOf(sum, at, at + 1))
    }
  }
  return sums
}

function join(members: Map<string, Steps[]>, key: string, steps: Steps): void {
  const known = members.get(key)
  if (known === undefined) members.set(key, [steps])
  else known.push(steps)
}
