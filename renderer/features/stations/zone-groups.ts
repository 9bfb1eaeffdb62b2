import { zonesOf } from './station-filter.ts'
import { compareWords } from './station-order.ts'
import type { StationRow } from './station-row.ts'

/** The stations of one zone, with what a person wants of the zone as a whole. */
export type ZoneGroup = {
  zone: string
  rows: StationRow[]
  powerW: number
  faulted: number
  offline: number
}

/** One group a zone, in reading order, each keeping the order its rows came in. */
export function zoneGroups(rows: readonly StationRow[]): ZoneGroup[] {
  return zonesOf(rows, compareWords).map((zone) => {
    const members = rows.filter((row) => row.station.zone === zone)
    return {
      zone,
      rows: members,
      powerW: members.reduce((sum, row) => sum + (row.powerW ?? 0), 0),
      faulted: members.filter((row) => row.need === 'fault').length,
      offline: members.filter((row) => row.station.connection !== 'online').length,
    }
  })
}
