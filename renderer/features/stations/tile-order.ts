import { compareKnown, compareName, compareNeed } from './station-order.ts'
import type { StationRow } from './station-row.ts'

/** What tiles can be ordered by within their zone. */
export const tileOrders = ['need', 'name', 'power', 'heard'] as const
export type TileOrder = (typeof tileOrders)[number]

/** The comparison behind each order; names settle ties, so tiles do not swap places by themselves. */
export const tileComparisons: Record<TileOrder, (a: StationRow, b: StationRow) => number> = {
  need: compareNeed,
  name: compareName,
  power: (a, b) => compareKnown(b.powerW, a.powerW) || compareName(a, b),
  heard: (a, b) => compareKnown(a.heardAt, b.heardAt) || compareName(a, b),
}
