import type { Connection } from '../../../shared/domain/station/station.ts'
import { needs } from './station-row.ts'
import type { StationRow } from './station-row.ts'

/** Names as people read them: "A2" before "A10", case and accents of no weight. */
const collator = new Intl.Collator(['sv', 'en'], { numeric: true, sensitivity: 'base' })

/** Compares two texts the way people file them. */
export function compareWords(a: string, b: string): number {
  return collator.compare(a, b)
}

/** By name, the charge point id settling ties, so that the order never jumps between two renders. */
export function compareName(a: StationRow, b: StationRow): number {
  return (
    compareWords(a.station.name, b.station.name) ||
    compareWords(a.station.chargePointId, b.station.chargePointId)
  )
}

/** What needs a hand first, then by name. */
export function compareNeed(a: StationRow, b: StationRow): number {
  return needs.indexOf(a.need) - needs.indexOf(b.need) || compareName(a, b)
}

const connectionOrder: Record<Connection, number> = { offline: 0, never: 1, online: 2 }

/** Offline before never connected before online, the longest silence first. */
export function compareConnection(a: StationRow, b: StationRow): number {
  return (
    connectionOrder[a.station.connection] - connectionOrder[b.station.connection] ||
    (a.heardAt ?? 0) - (b.heardAt ?? 0)
  )
}

/** Numbers upwards, those not known last of all when reading downwards. */
export function compareKnown(a: number | null, b: number | null): number {
  return (a ?? -1) - (b ?? -1)
}
