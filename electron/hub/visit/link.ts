import type { Visit } from '../../../shared/domain/visit/visit.ts'
import type { Writes } from '../store/writes.ts'

/** Makes a visit's links so far open nothing, as where one has got about. */
export function renewLink(tx: Writes, visit: Visit): Visit {
  const after = tx.change('visit', visit, {
    generation: visit.generation + 1,
    updatedAt: tx.now,
  })
  tx.journal({ act: 'visit.renewLink', noun: 'visit', nounId: visit.id })
  return after
}
