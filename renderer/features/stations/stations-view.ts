import { create } from 'zustand'
import type { Id } from '../../../shared/domain/id/id.ts'
import { everyStation } from './station-filter.ts'
import type { StationFilter } from './station-filter.ts'

/** How the stations screen stands; it is found again as it was left when one comes back to it. */
type StationsView = { filter: StationFilter; selectedId: Id | null }

export const useStationsView = create<StationsView>(() => ({
  filter: everyStation,
  selectedId: null,
}))

/** Narrows the list further, or less. */
export function narrow(change: Partial<StationFilter>): void {
  useStationsView.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}

/** Shows every station again. */
export function showEveryStation(): void {
  useStationsView.setState({ filter: everyStation })
}

/** Opens a station in the inspector; null closes it. */
export function select(stationId: Id | null): void {
  useStationsView.setState({ selectedId: stationId })
}
