import { byAge } from '../payment/by-age.ts'
import type { Id } from '../id/id.ts'
import type { Visit } from './visit.ts'

type InLine = Pick<Visit, 'id' | 'state' | 'createdAt'>

/** Who waits, the first first: nobody is passed over but for whom nothing free is enough. */
export function inLine<V extends InLine>(visits: readonly V[]): V[] {
  return visits.filter(({ state }) => state === 'waiting').toSorted(byAge)
}

/** Where somebody is in line, from 1; null where they aren't. */
export function positionOf(
  id: Id,
  visits: readonly InLine[],
): { position: number; of: number } | null {
  const line = inLine(visits)
  const at = line.findIndex((visit) => visit.id === id)
  return at < 0 ? null : { position: at + 1, of: line.length }
}
