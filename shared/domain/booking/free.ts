import { MINUTE } from '../../time/instant.ts'
import type { Bay } from './bay.ts'
import { holdOf, type Stretch } from './occupancy.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * When nobody holds a connector, in order, turnarounds kept; the first stretch has no beginning and the last no end.
 * @param exceptId a booking that counts as if it were not there
 */
export function* freeStretches(
  { stationId, connectorId }: Pick<Bay, 'stationId' | 'connectorId'>,
  exceptId: string | null,
  { occupancy, terms, now }: Pick<Surroundings, 'occupancy' | 'terms' | 'now'>,
): Generator<Stretch> {
  const turnaroundMs = terms.turnaroundMin * MINUTE
  let from = -Infinity
  for (const other of occupancy.on(stationId, connectorId)) {
    if (other.id === exceptId) continue
    const held = holdOf(other, now)
    if (held === null) continue
    if (held.from - turnaroundMs > from) yield { from, until: held.from - turnaroundMs }
    from = Math.max(from, held.until + turnaroundMs)
  }
  yield { from, until: Infinity }
}
