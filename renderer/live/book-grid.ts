import { gridAhead, type GridAhead } from '../../shared/domain/demand/grid-ahead.ts'
import { SLOT_MS, slotAt } from '../../shared/domain/demand/slots.ts'
import { DAY, type Instant } from '../../shared/time/instant.ts'
import { listOf, type Tables } from './replica.ts'

/** What somebody who knows it has told of the building's load to come. */
export interface BaseAhead {
  readonly startsAt: Instant
  /** W, slot by slot. */
  readonly baseW: readonly number[]
}

const WEEK_SLOTS = (7 * DAY) / SLOT_MS

/**
 * What the grid bears as far as this window knows: the limits from its rows, and the building's load from what was told
 * of it, or from `told` where only the hub knows it. After that each week is like the one before. Null before the site
 * is known.
 */
export function bookGrid(
  tables: Pick<Tables, 'site' | 'feeder' | 'temporaryLimit'>,
  told: readonly BaseAhead[],
  slots: number,
  now: Instant,
): GridAhead | null {
  const [site] = listOf(tables.site)
  if (site === undefined) return null
  const grid = gridAhead(
    {
      // Promises are the same whatever energy costs.
      site: { ...site, priceSignal: { kind: 'none' } },
      feeders: listOf(tables.feeder),
      temporaryLimits: listOf(tables.temporaryLimit),
      ...{ baseSeries: [], priceSeries: [], buildingW: null },
    },
    Math.floor(slotAt(now)),
    slots,
    now,
  )
  const { kind } = site.baseLoad
  if (kind !== 'series' && kind !== 'meter') return grid
  return { ...grid, baseW: toldBase(told, grid.firstSlot, slots) }
}

function toldBase(told: readonly BaseAhead[], firstSlot: number, slots: number): number[] {
  const known = new Map<number, number>()
  for (const { startsAt, baseW } of told) {
    const first = Math.round(startsAt / SLOT_MS)
    for (const [index, powerW] of baseW.entries()) known.set(first + index, powerW)
  }
  return Array.from({ length: slots }, (_, index) => {
    for (let slot = firstSlot + index; slot >= firstSlot; slot -= WEEK_SLOTS) {
      const powerW = known.get(slot)
      if (powerW !== undefined) return powerW
    }
    return 0
  })
}
