import { awaken } from '../../../electron/hub/awakening.ts'
import { SITE } from '../../../electron/hub/load/keys.ts'
import { putMinutes, putQuarters } from '../../../electron/hub/load/kept.ts'
import type { Store } from '../../../electron/hub/store/store.ts'
import { blankSteps, sliceOf, type Steps, WHOLE } from '../../../shared/domain/load/steps.ts'
import { sumOf } from '../../../shared/domain/load/sum.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { progress } from '../figure/report.ts'

/** The clock by which the site has its days. */
export const TIME_ZONE = 'Europe/Stockholm'
export const STATIONS = 100
const CONNECTORS = 2
const FEEDERS = 10
const MINUTES_KEPT_DAYS = 90

export interface MeasuredSite {
  readonly stationIds: readonly string[]
  readonly feederIds: readonly string[]
}

/** A site of two hundred connectors on ten feeders. */
export async function measuredSite(store: Store): Promise<MeasuredSite> {
  await awaken(store, TIME_ZONE)
  return store.work('bench', (tx) => {
    const feederIds = Array.from({ length: FEEDERS }, (_, index) => {
      const row = { id: tx.newId(), name: `Feeder ${index}`, parentId: null, limitW: null }
      tx.insert('feeder', { ...row, limitDa: null, createdAt: tx.now, updatedAt: tx.now })
      return row.id
    })
    const stationIds = Array.from({ length: STATIONS }, (_, index) => {
      const words = { chargePointId: `CP${index}`, zone: '', authentication: 'password' } as const
      const feederId = feederIds[index % FEEDERS] ?? null
      const station = { ...newStation(words, tx.newId(), tx.now), feederId }
      tx.insert('station', station)
      for (let connectorId = 1; connectorId <= CONNECTORS; connectorId += 1)
        tx.insert('connector', newConnector(tx.newId(), station.id, connectorId))
      return station.id
    })
    return { stationIds, feederIds }
  })
}

/**
 * Keeps a year of loads up to `until` (a full UTC day), as the hub keeps them: each connector's minutes are made up and
 * written by what writes those that are made of samples, and added up by what adds those up. Minutes of the last
 * ninety days only.
 */
export async function keepYear(
  store: Store,
  { stationIds, feederIds }: MeasuredSite,
  until: Instant,
): Promise<void> {
  for (let day = 0; day < 365; day += 1) {
    const dayAt = until - (365 - day) * DAY
    const minutesToo = day >= 365 - MINUTES_KEPT_DAYS
    const stations: Steps[] = []
    for (const [index, stationId] of stationIds.entries())
      await store.work('bench', (tx) => {
        const own = Array.from({ length: CONNECTORS }, (_, at) => {
          const steps = chargingDay(dayAt, index * CONNECTORS + at)
          keep(tx, `${stationId}/${at + 1}`, steps, minutesToo)
          return steps
        })
        const station = sumOf(own)
        if (station === null) return
        putQuarters(tx, stationId, station, TIME_ZONE)
        stations.push(station)
      })
    await store.work('bench', (tx) => {
      for (const [at, feederId] of feederIds.entries()) {
        const sum = sumOf(stations.filter((_, index) => index % FEEDERS === at))
        if (sum !== null) keep(tx, feederId, sum, minutesToo)
      }
      const site = sumOf(stations)
      if (site !== null) keep(tx, SITE, site, minutesToo)
    })
    if (day % 50 === 49) progress(`${day + 1} days are kept`)
  }
}

function keep(
  tx: Parameters<typeof putMinutes>[0],
  key: string,
  day: Steps,
  minutesToo: boolean,
): void {
  putQuarters(tx, key, day, TIME_ZONE)
  if (!minutesToo) return
  for (let from = 0; from < day.count; from += HOUR / MINUTE)
    putMinutes(tx, key, sliceOf(day, from, HOUR / MINUTE))
}

/** A connector's day: known throughout, charging for some hours of the afternoon and the night. */
function chargingDay(dayAt: Instant, connector: number): Steps {
  const steps = blankSteps(dayAt, MINUTE, DAY / MINUTE)
  steps.known.fill(WHOLE)
  for (const figure of [steps.maxW, ...steps.meanDa]) figure.fill(0)
  let seed = (connector * 7_919 + (dayAt / DAY) * 104_729) % 2_147_483_647
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  for (const around of [15, 22]) {
    const start = Math.floor((around + random() * 2 - 1) * 60)
    const end = Math.min(steps.count, start + Math.floor(60 + random() * 180))
    for (let at = start; at < end; at += 1) {
      const powerW = 10_500 + Math.floor(random() * 600)
      steps.energyWh[at] = Math.round(powerW / 60)
      steps.maxW[at] = powerW
      for (const phase of steps.meanDa) phase[at] = Math.round(powerW / 69)
    }
  }
  return steps
}
