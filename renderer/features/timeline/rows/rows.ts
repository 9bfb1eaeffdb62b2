import type { Place } from './places.ts'

/** What every row of the timeline has: where it lies in the body, px from its top. */
interface Laid {
  readonly key: string
  readonly top: number
  readonly height: number
}

/** The head of a zone. */
export interface ZoneRow extends Laid {
  readonly kind: 'zone'
  readonly zone: string
  readonly places: number
  /** Power now over its connectors, W. */
  readonly powerW: number
  readonly faulted: number
  readonly collapsed: boolean
}

/** A connector, on which bookings lie. */
export interface ConnectorRow extends Laid {
  readonly kind: 'connector'
  readonly place: Place
  /** Whether it is the first of its station shown here. */
  readonly first: boolean
}

export type TimelineRow = ZoneRow | ConnectorRow

export const ZONE_HEIGHT = 28
export const ROW_HEIGHT = 36

/** How high a row of so many lanes is: two share the height of one, more make it grow. */
export function heightOf(lanes: number): number {
  return Math.max(ROW_HEIGHT, 4 + lanes * 17)
}

/**
 * The rows from top to bottom. A zone has a head when there is more than one, and only its head while it is collapsed.
 * `lanesOn` tells how many lanes the row of a place needs.
 */
export function timelineRows(
  places: readonly Place[],
  collapsed: ReadonlySet<string>,
  lanesOn: (key: string) => number,
): TimelineRow[] {
  const zones = Map.groupBy(places, (place) => place.station.zone)
  const rows: TimelineRow[] = []
  let top = 0
  for (const [zone, members] of zones) {
    const folded = zones.size > 1 && collapsed.has(zone)
    if (zones.size > 1) {
      rows.push(zoneRow(zone, members, folded, top))
      top += ZONE_HEIGHT
    }
    if (folded) continue
    let station = ''
    for (const place of members) {
      const height = heightOf(lanesOn(place.key))
      const first = place.station.id !== station
      station = place.station.id
      rows.push({ kind: 'connector', key: place.key, place, first, top, height })
      top += height
    }
  }
  return rows
}

/** How high all rows are together. */
export function totalHeight(rows: readonly TimelineRow[]): number {
  const last = rows.at(-1)
  return last === undefined ? 0 : last.top + last.height
}

/** The row at `y` px from the top of the body; null above the first and below the last. */
export function rowAt(rows: readonly TimelineRow[], y: number): TimelineRow | null {
  let low = 0
  let high = rows.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const row = rows[middle]
    if (row === undefined) return null
    if (y < row.top) high = middle - 1
    else if (y >= row.top + row.height) low = middle + 1
    else return row
  }
  return null
}

function zoneRow(
  zone: string,
  members: readonly Place[],
  collapsed: boolean,
  top: number,
): ZoneRow {
  return {
    kind: 'zone',
    key: `zone:${zone}`,
    zone,
    places: members.length,
    powerW: members.reduce((sum, { powerW }) => sum + (powerW ?? 0), 0),
    faulted: members.filter(({ state }) => state === 'fault').length,
    collapsed,
    top,
    height: ZONE_HEIGHT,
  }
}
