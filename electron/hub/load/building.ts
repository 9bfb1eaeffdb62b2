import { FRESH_MS } from '../../../shared/domain/load/site-load.ts'
import type { UsualLoad } from '../../../shared/domain/site/base-over.ts'
import { offsetAt, offsetsOver, shownAt } from '../../../shared/domain/site/wall-clock.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import type { BuildingReading } from '../store/load-rows.ts'
import type { Writes } from '../store/writes.ts'
import { keepReadings, latestReading } from './building-readings.ts'
import { BUILDING } from './keys.ts'
import { dayOf, keptQuarters, QUARTER, type Sql } from './kept.ts'
import type { Watch } from './watch.ts'

/** The building's own load, from its live meter. */
export interface BuildingLoad {
  /** Its usual load, and what it draws at that moment, W; null where the meter has been silent for five minutes. */
  now(at: Instant): { usual?: UsualLoad; buildingW: number | null }
  /** Takes in what the meter told. */
  take(tx: Writes, readings: readonly BuildingReading[]): void
  /** Works the usual load out again. */
  refresh(): Promise<void>
}

/** Of how many weeks the usual load is the mean. */
const WEEKS = 4
const QUARTERS_A_DAY = DAY / QUARTER

/** @param clock for which four weeks are the last */
export function buildingLoad(store: Store, watch: Watch, clock: () => Instant): BuildingLoad {
  let latest: BuildingReading | null = null
  let usual: UsualLoad | undefined
  const see = (reading: BuildingReading | null): void => {
    if (reading !== null && reading.measuredAt >= (latest?.measuredAt ?? 0)) latest = reading
  }
  return {
    now: (at) => ({
      ...(usual === undefined ? {} : { usual }),
      buildingW: latest !== null && isFresh(latest, at) ? latest.powerW : null,
    }),
    take(tx, readings) {
      keepReadings(tx, readings)
      const times = readings.map(({ measuredAt }) => measuredAt)
      tx.afterCommit(() => {
        for (const reading of readings) see(reading)
        watch.note(BUILDING, {
          from: Math.min(...times),
          until: Math.max(...times),
          register: false,
        })
      })
    },
    async refresh() {
      await store.work('hub', (tx) => {
        see(latestReading(tx))
        const [site] = tx.sql('select timeZone from site', [])
        usual = latest === null ? undefined : usualBase(tx, clock(), String(site?.['timeZone']))
      })
    },
  }
}

function isFresh({ measuredAt }: BuildingReading, at: Instant): boolean {
  return Math.abs(at - measuredAt) <= FRESH_MS
}

/** The mean power of the building in each quarter of an hour of each weekday by the site's clock, over four weeks. */
export function usualBase(tx: Sql, now: Instant, timeZone: string): UsualLoad {
  const from = dayOf(now) - WEEKS * 7 * DAY
  const offsets = offsetsOver(from, now, timeZone)
  const sums = new Float64Array(7 * QUARTERS_A_DAY)
  const counts = new Int32Array(sums.length)
  for (let dayAt = from; dayAt < now; dayAt += DAY) {
    const quarters = keptQuarters(tx, BUILDING, dayAt)
    if (quarters === null) continue
    for (let quarter = 0; quarter < quarters.count; quarter += 1) {
      const at = dayAt + quarter * QUARTER
      if (at + QUARTER > now || (quarters.known[quarter] ?? 0) === 0) continue
      const { weekday, minute } = shownAt(at, offsetAt(offsets, at))
      const place = placeIn(weekday, Math.floor((minute * MINUTE) / QUARTER))
      sums[place] = (sums[place] ?? 0) + ((quarters.energyWh[quarter] ?? 0) * HOUR) / QUARTER
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return (weekday, quarterOfDay) => {
    const place = placeIn(weekday, quarterOfDay)
    const count = counts[place] ?? 0
    return count === 0 ? null : Math.round((sums[place] ?? 0) / count)
  }
}

function placeIn(weekday: number, quarterOfDay: number): number {
  return (weekday - 1) * QUARTERS_A_DAY + quarterOfDay
}
