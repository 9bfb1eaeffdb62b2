import type { ChargeState } from '../../../ui/mark/charge-state.ts'
import type { Place } from './places.ts'

/** Which rows are shown, and whether cancelled bookings are. Empty or false narrows nothing. */
export interface RowFilter {
  readonly zones: readonly string[]
  readonly states: readonly ChargeState[]
  readonly freeOnly: boolean
  readonly search: string
  /** Only rows with a booking to which nothing could be promised. */
  readonly overbooked: boolean
  readonly cancelled: boolean
}

export const everyRow: RowFilter = {
  zones: [],
  states: [],
  freeOnly: false,
  search: '',
  overbooked: false,
  cancelled: false,
}

/** The states that can be chosen; who makes a car wait, and why a connector is silent, is not asked. */
export const filterStates = [
  'charging',
  'waiting',
  'finished',
  'fault',
  'unavailable',
  'offline',
] as const satisfies readonly ChargeState[]

/** The places that pass, in the order they came. @param overbooked whether such a booking lies on the place of a key */
export function filterPlaces(
  places: readonly Place[],
  filter: RowFilter,
  overbooked: (placeKey: string) => boolean,
): readonly Place[] {
  const words = filter.search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && countOf(filter) === 0) return places
  return places.filter((place) => {
    const { station, state } = place
    if (filter.zones.length > 0 && !filter.zones.includes(station.zone)) return false
    if (filter.overbooked && !overbooked(place.key)) return false
    if (filter.freeOnly && state !== 'free') return false
    const asked = state === 'waitingCar' ? 'waiting' : state
    if (filter.states.length > 0 && !filter.states.includes(asked)) return false
    const text = `${station.name}\n${station.chargePointId}\n${station.zone}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** How many choices narrow the rows, for the button that opens them. */
export function countOf(filter: RowFilter): number {
  return [
    filter.zones.length > 0,
    filter.states.length > 0,
    filter.freeOnly,
    filter.overbooked,
    filter.search.trim() !== '',
  ].filter(Boolean).length
}

/** What a stored filter still means; undefined when it is none. */
export function acceptFilter(stored: unknown): RowFilter | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const given: Partial<Record<keyof RowFilter, unknown>> = stored
  const states = listOf(given.states)
  return {
    zones: listOf(given.zones),
    states: filterStates.filter((state) => states.includes(state)),
    freeOnly: given.freeOnly === true,
    search: typeof given.search === 'string' ? given.search : '',
    overbooked: given.overbooked === true,
    cancelled: given.cancelled === true,
  }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
