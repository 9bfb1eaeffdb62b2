import type { LiveRows } from '../../../shared/contract/live.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

/** Feeders under a site of some stations: a board for every dozen, and a row at the far end of the first. */
export function seedFeeders(rows: LiveRows, now: number): void {
  const feeder = (
    name: string,
    parentId: string | null,
    limitW: number | null,
    limitDa: number | null,
  ) => {
    const row = {
      id: newId(now - 90 * DAY),
      name,
      parentId,
      limitW,
      limitDa,
      createdAt: now - 90 * DAY,
      updatedAt: now - 9 * DAY,
    }
    rows.feeder.push(row)
    return row.id
  }
  const boards = Array.from({ length: Math.ceil(rows.station.length / 12) }, (_, index) =>
    feeder(`Central ${index + 1}`, null, 160_000, index % 2 === 0 ? 2_500 : null),
  )
  const end = feeder('Rad A, bortre änden', boards[0] ?? null, 44_000, 630)
  rows.station = rows.station.map((station, index) => ({
    ...station,
    feederId: index % 12 >= 9 && index < 12 ? end : (boards[Math.floor(index / 12)] ?? null),
  }))
}

/** A limit that the grid company has asked for, and one that is to come. */
export function seedLimits(rows: LiveRows, now: number): void {
  const limit = (limitW: number, from: number, until: number, reason: string) =>
    rows.temporaryLimit.push({
      id: newId(now),
      limitW,
      from,
      until,
      reason,
      setBy: 'desk',
      createdAt: now - HOUR,
      liftedAt: null,
    })
  limit(80_000, now - HOUR, now + 2 * HOUR, 'Nätbolaget har bett om det')
  limit(60_000, now + 20 * HOUR, now + 24 * HOUR, '')
}
