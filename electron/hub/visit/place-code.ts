import { createHmac } from 'node:crypto'
import type { Id } from '../../../shared/domain/id/id.ts'
import { nameOfPlace } from '../station/place-name.ts'
import type { Lookups } from '../store/reads.ts'

/** Crockford's letters: none is taken for another on a sign in the rain. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 6

/** A connector as its sign names it: the same for as long as the hub's secret is, and telling nothing of the charger. */
export function placeCodeOf(hubSecret: string, stationId: Id, connectorId: number): string {
  const digest = createHmac('sha256', hubSecret)
    .update(`place\0${stationId}\0${connectorId}`)
    .digest()
  return Array.from(digest.subarray(0, LENGTH), (byte) => LETTERS[byte % 32]).join('')
}

/** A connector that people may be sent to. */
export interface Place {
  readonly stationId: Id
  readonly connectorId: number
  /** As people name it, such as A1, or A1 · 2 where there are several. */
  readonly name: string
  readonly code: string
}

/** A2 before A10. One for all: making one takes longer than the rest of a comparison. */
const byName = new Intl.Collator('en', { numeric: true })

/** Every connector of the site with its code, by name. */
export function placesOf(tx: Lookups, hubSecret: string): Place[] {
  const names = new Map(tx.find('station', { retiredAt: null }).map((row) => [row.id, row.name]))
  const connectors = tx
    .find('connector', {})
    .filter(({ connectorId, stationId }) => connectorId > 0 && names.has(stationId))
  const counted = new Map<Id, number>()
  for (const { stationId } of connectors) counted.set(stationId, (counted.get(stationId) ?? 0) + 1)
  return connectors
    .map(({ stationId, connectorId }) => {
      const station = names.get(stationId) ?? ''
      const name = nameOfPlace(station, connectorId, counted.get(stationId) ?? 0)
      return { stationId, connectorId, name, code: placeCodeOf(hubSecret, stationId, connectorId) }
    })
    .toSorted((one, other) => byName.compare(one.name, other.name))
}
