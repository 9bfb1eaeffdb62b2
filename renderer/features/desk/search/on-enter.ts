import type { SearchHit } from '../../../../shared/domain/search/search-hit.ts'
import { plateKey } from '../../../../shared/domain/vehicle/plate-key.ts'

/** What Enter in the one box means: something that was found, a car that stands here, or a walk-up with that plate. */
export type EnterMeans =
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'stay'; readonly bookingId: string }
  | { readonly kind: 'walkUp'; readonly plate: string }
  /** The hub has to answer first. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'nothing' }

/** What the window knows by itself. */
export interface EnterFacts {
  /** The stays that have a card. */
  readonly shown: ReadonlySet<string>
  /** Those of them whose car is here or on its way, by their plates' keys. */
  readonly staysByPlate: ReadonlyMap<string, string>
  /** What the connectors are called, by the same kind of key. */
  readonly placeKeys: ReadonlySet<string>
}

/**
 * What Enter means while nothing of the list is chosen. A plate begins a walk-up at once, without waiting for the hub,
 * unless its car stands here already; everything else opens what was found first.
 * @param hits null until the hub has answered
 */
export function onEnter(
  text: string,
  hits: readonly SearchHit[] | null,
  { staysByPlate, placeKeys }: Omit<EnterFacts, 'shown'>,
): EnterMeans {
  const key = plateKey(text)
  if (key === '') return { kind: 'nothing' }
  const bookingId = staysByPlate.get(key)
  if (bookingId !== undefined) return { kind: 'stay', bookingId }
  const [first] = hits ?? []
  if (first?.isExact === true && (first.isHere || first.field !== 'plate'))
    return { kind: 'hit', hit: first }
  if (isPlate(key) && !isPlace(key, placeKeys)) return { kind: 'walkUp', plate: text.trim() }
  if (hits === null) return { kind: 'wait' }
  if (first !== undefined) return { kind: 'hit', hit: first }
  return mayBePlate(key) ? { kind: 'walkUp', plate: text.trim() } : { kind: 'nothing' }
}

/** Whether somebody may be taken in by what is typed, so that the list offers it. */
export function mayBePlate(text: string): boolean {
  return /^[\p{L}\d]{2,10}$/u.test(plateKey(text)) && /\p{L}/u.test(text)
}

/** Letters and digits together, as on nearly every plate; a name has no digits, a receipt or a phone no letters. */
function isPlate(key: string): boolean {
  return /^[\p{L}\d]{3,10}$/u.test(key) && /\p{L}/u.test(key) && /\d/.test(key)
}

/** Whether a connector is called so: by its station's name, or by that and a number. */
function isPlace(key: string, placeKeys: ReadonlySet<string>): boolean {
  return placeKeys.has(key) || placeKeys.has(key.replace(/\d$/, ''))
}

/** The row of the list after a step up or down, round and round; -1 is the box itself. */
export function stepInList(at: number, by: 1 | -1, length: number): number {
  if (length === 0) return -1
  const next = at + by
  if (next < -1) return length - 1
  return next >= length ? -1 : next
}
