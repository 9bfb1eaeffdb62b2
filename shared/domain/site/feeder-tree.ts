import type { Connector } from '../connector/connector.ts'
import type { Id } from '../id/id.ts'
import type { Station } from '../station/station.ts'
import type { Feeder } from './feeder.ts'

type Hanging = Pick<Feeder, 'id' | 'parentId'>

/** A feeder and how many feeders lie between it and the site's own connection. */
export interface FeederBranch<F extends Hanging> {
  readonly feeder: F
  readonly depth: number
}

/** What could be drawn through a feeder at most. */
export interface ConnectedPower {
  /** The sum of the connectors' greatest power, W. */
  readonly connectedW: number
  readonly stations: number
  /** Connectors of which nobody has told what they can give. */
  readonly untold: number
}

/** Whether a feeder would hang on itself, at last, if it hung on that one. */
export function makesLoop(feeders: readonly Hanging[], feederId: Id, parentId: Id | null): boolean {
  return pathOf(feeders, parentId).includes(feederId)
}

/** The feeder and those it hangs on, up to the site's connection. */
export function pathOf(feeders: readonly Hanging[], feederId: Id | null): Id[] {
  const parents = new Map(feeders.map(({ id, parentId }) => [id, parentId]))
  const path: Id[] = []
  for (let at = feederId; at !== null && !path.includes(at); at = parents.get(at) ?? null)
    path.push(at)
  return path
}

/** All feeders, each followed by those that hang on it, siblings by name. */
export function feederTree<F extends Hanging & Pick<Feeder, 'name'>>(
  feeders: readonly F[],
): FeederBranch<F>[] {
  const known = new Set(feeders.map(({ id }) => id))
  const under = Map.groupBy(feeders, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  )
  const branches = (parentId: Id | null, depth: number): FeederBranch<F>[] =>
    (under.get(parentId) ?? [])
      .toSorted((one, other) => one.name.localeCompare(other.name, 'sv', { numeric: true }))
      .flatMap((feeder) => [{ feeder, depth }, ...branches(feeder.id, depth + 1)])
  return branches(null, 0)
}

/**
 * What hangs on each feeder, directly or on one below it; under null what hangs on the site in all. Stations that were
 * taken out don't count.
 */
export function connectedPower(
  feeders: readonly Hanging[],
  stations: readonly Pick<Station, 'id' | 'feederId' | 'retiredAt'>[],
  connectors: readonly Pick<Connector, 'stationId' | 'connectorId' | 'maxPowerW'>[],
): Map<Id | null, ConnectedPower> {
  const ofStation = Map.groupBy(
    connectors.filter(({ connectorId }) => connectorId > 0),
    ({ stationId }) => stationId,
  )
  const sums = new Map<Id | null, ConnectedPower>(
    [null, ...feeders.map(({ id }) => id)].map((id) => [
      id,
      { connectedW: 0, stations: 0, untold: 0 },
    ]),
  )
  for (const station of stations) {
    if (station.retiredAt !== null) continue
    const own = ofStation.get(station.id) ?? []
    const connectedW = own.reduce((sum, { maxPowerW }) => sum + (maxPowerW ?? 0), 0)
    const untold = own.filter(({ maxPowerW }) => maxPowerW === null).length
    for (const id of [null, ...pathOf(feeders, station.feederId)]) {
      const sum = sums.get(id)
      if (sum === undefined) continue
      sums.set(id, {
        connectedW: sum.connectedW + connectedW,
        stations: sum.stations + 1,
        untold: sum.untold + untold,
      })
    }
  }
  return sums
}
