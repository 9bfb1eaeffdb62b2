import type { Connector } from '../../shared/domain/connector/connector.ts'
import type { Station } from '../../shared/domain/station/station.ts'
import type { Tables } from './replica.ts'

/**
 * Gives a number that is another whenever something has changed that many promises depend on: the site and its limits,
 * the wiring, what the connectors give and the vehicles take. Meter values change none of that.
 * @param base compared as it is
 */
export function wiringKeeper(): (tables: Tables, base: unknown) => number {
  let key = 0
  let before: { tables: Tables; base: unknown } | null = null
  return (tables, base) => {
    if (before === null || before.base !== base || isOther(before.tables, tables)) key += 1
    before = { tables, base }
    return key
  }
}

function isOther(before: Tables, now: Tables): boolean {
  return (
    before.site !== now.site ||
    before.feeder !== now.feeder ||
    before.temporaryLimit !== now.temporaryLimit ||
    before.vehicle !== now.vehicle ||
    differ(before.station, now.station, alikeStations) ||
    differ(before.connector, now.connector, alikeConnectors)
  )
}

function differ<Row>(
  before: ReadonlyMap<string, Row>,
  now: ReadonlyMap<string, Row>,
  alike: (a: Row, b: Row) => boolean,
): boolean {
  if (before === now) return false
  if (before.size !== now.size) return true
  for (const [id, row] of now) {
    const known = before.get(id)
    if (known === undefined || (known !== row && !alike(known, row))) return true
  }
  return false
}

function alikeStations(a: Station, b: Station): boolean {
  return a.feederId === b.feederId && a.phaseRotation === b.phaseRotation
}

function alikeConnectors(a: Connector, b: Connector): boolean {
  return a.standard === b.standard && a.powerType === b.powerType && a.maxPowerW === b.maxPowerW
}
