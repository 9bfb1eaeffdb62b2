import type { StationRow } from './station-row.ts'
import type { ChargeState } from '../../ui/mark/charge-state.ts'

/** The zone of stations that were given none. */
export const NO_ZONE = ''

/** What the list is narrowed to. Empty or null narrows nothing. */
export type StationFilter = {
  search: string
  states: readonly ChargeState[]
  zone: string | null
  connection: 'online' | 'offline' | null
  faulted: boolean
  noPassword: boolean
}

export const everyStation: StationFilter = {
  search: '',
  states: [],
  zone: null,
  connection: null,
  faulted: false,
  noPassword: false,
}

/** The rows that pass. Every word of the search must be found somewhere among the station's own words. */
export function filterStations(rows: readonly StationRow[], filter: StationFilter): StationRow[] {
  const words = filter.search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) => passes(row, filter) && words.every((word) => haystack(row).includes(word)),
  )
}

/** How many of the choices besides the search are set, for the button that opens them. */
export function filterCount(filter: StationFilter): number {
  return [
    filter.states.length > 0,
    filter.zone !== null,
    filter.connection !== null,
    filter.faulted,
    filter.noPassword,
  ].filter(Boolean).length
}

/** The zones that occur, in reading order; `NO_ZONE` last when it occurs. */
export function zonesOf(
  rows: readonly StationRow[],
  compare: (a: string, b: string) => number,
): string[] {
  const zones = new Set(rows.map((row) => row.station.zone))
  const named = [...zones].filter((zone) => zone !== NO_ZONE).toSorted(compare)
  return zones.has(NO_ZONE) ? [...named, NO_ZONE] : named
}

function passes(row: StationRow, filter: StationFilter): boolean {
  const { station, connectors, errors } = row
  if (filter.zone !== null && station.zone !== filter.zone) return false
  if (filter.connection === 'online' && station.connection !== 'online') return false
  if (filter.connection === 'offline' && station.connection === 'online') return false
  if (filter.faulted && errors.length === 0) return false
  if (filter.noPassword && station.authentication !== 'none') return false
  if (filter.states.length === 0) return true
  return connectors.some((view) => filter.states.includes(asAsked(view.state)))
}

/** The list asks whether a car waits, not who makes it wait. */
function asAsked(state: ChargeState): ChargeState {
  return state === 'waitingCar' ? 'waiting' : state
}

function haystack({ station, connectors }: StationRow): string {
  return [
    station.name,
    station.chargePointId,
    station.zone,
    station.note,
    station.vendor,
    station.model,
    station.serialNumber,
    station.firmwareVersion,
    ...connectors.map((view) => view.transaction?.idToken),
  ]
    .filter(Boolean)
    .join('\n')
    .toLocaleLowerCase()
}
