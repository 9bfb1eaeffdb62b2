import type { Connector } from '../connector/connector.ts'
import { phasesOf } from '../demand/wiring.ts'
import type { Id } from '../id/id.ts'
import { allPhases } from '../planning/problem.ts'
import type { PhaseRotation } from '../station/phase-rotation.ts'
import type { Station } from '../station/station.ts'

/** What a connector of unknown power is taken for, W on each of its phases: 16 A. */
const USUAL_PHASE_W = 3_680

/** The three ways of putting a charger's first phase on another of the grid's and keeping the order of the rest. */
const turns: readonly PhaseRotation[] = ['RST', 'STR', 'TRS']

type Drawing = Pick<Connector, 'stationId' | 'powerType' | 'maxPowerW'>
type Wired = Pick<Station, 'id' | 'feederId' | 'phaseRotation'>

/** W on L1, L2 and L3. */
type PhaseLoad = readonly number[]
const noLoad: PhaseLoad = [0, 0, 0]

/**
 * A phase rotation for every station that draws unevenly (connectors of one or two phases), so that on each feeder, and
 * then on the whole site, the phases could be loaded as evenly as it goes. The heaviest are placed first; a station
 * stays as it is where another rotation would be no better. Stations that draw evenly are not named.
 */
export function spreadPhases(
  stations: readonly Wired[],
  connectors: readonly Drawing[],
): Map<Id, PhaseRotation> {
  const ofStation = Map.groupBy(connectors.filter(isUneven), ({ stationId }) => stationId)
  const heaviestFirst = stations
    .flatMap((station) => {
      const own = ofStation.get(station.id)
      return own === undefined ? [] : [{ station, own, totalW: sum(drawnBy(own, 'RST')) }]
    })
    .toSorted((one, other) => other.totalW - one.totalW)
  let siteLoad = noLoad
  const feederLoads = new Map<Id | null, PhaseLoad>()
  const chosen = new Map<Id, PhaseRotation>()
  for (const { station, own } of heaviestFirst) {
    const feederLoad = feederLoads.get(station.feederId) ?? noLoad
    const [best] = [station.phaseRotation, ...turns]
      .map((rotation) => {
        const drawn = drawnBy(own, rotation)
        return { rotation, onFeeder: plus(feederLoad, drawn), onSite: plus(siteLoad, drawn) }
      })
      .toSorted(
        (one, other) =>
          unevenness(one.onFeeder) - unevenness(other.onFeeder) ||
          unevenness(one.onSite) - unevenness(other.onSite),
      )
    if (best === undefined) continue
    feederLoads.set(station.feederId, best.onFeeder)
    siteLoad = best.onSite
    chosen.set(station.id, best.rotation)
  }
  return chosen
}

/** What all connectors of one or two phases can draw on L1, L2 and L3 as their stations are wired, W. */
export function phaseBalance(
  stations: readonly Wired[],
  connectors: readonly Drawing[],
): readonly number[] {
  const ofStation = Map.groupBy(connectors.filter(isUneven), ({ stationId }) => stationId)
  return stations.reduce(
    (load, { id, phaseRotation }) => plus(load, drawnBy(ofStation.get(id) ?? [], phaseRotation)),
    noLoad,
  )
}

/** What connectors can draw on each of the grid's phases when their station is wired so, W. */
function drawnBy(connectors: readonly Drawing[], rotation: PhaseRotation): PhaseLoad {
  return connectors.reduce((load, connector) => {
    const phases = phasesOf(connector, null, rotation)
    const phaseW =
      connector.maxPowerW === null ? USUAL_PHASE_W : connector.maxPowerW / phases.length
    return plus(
      load,
      allPhases.map((phase) => (phases.includes(phase) ? phaseW : 0)),
    )
  }, noLoad)
}

function isUneven({ powerType }: Drawing): boolean {
  return powerType === 'AC_1_PHASE' || powerType === 'AC_2_PHASE'
}

/** Least where the phases are alike, of loads with the same sum. */
function unevenness(load: PhaseLoad): number {
  return sum(load.map((phaseW) => phaseW ** 2))
}

const plus = (one: PhaseLoad, other: PhaseLoad): PhaseLoad =>
  one.map((phaseW, index) => phaseW + (other[index] ?? 0))

const sum = (load: PhaseLoad): number => load.reduce((total, phaseW) => total + phaseW, 0)
