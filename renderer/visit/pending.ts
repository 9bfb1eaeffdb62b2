import type { Visit, VisitState } from '../../shared/domain/visit/visit.ts'

/** The states in which somebody is still waited for: for money, for a yes, or for a place. */
const pending: ReadonlySet<VisitState> = new Set(['waiting', 'offered', 'unpaid'])

/** Whether it isn't settled yet what becomes of it. */
export function isPending({ state, lapse }: Pick<Visit, 'state' | 'lapse'>): boolean {
  return pending.has(state) || (state === 'agreed' && lapse !== null)
}

/** How many of them it isn't settled for. */
export function pendingCount(visits: readonly Pick<Visit, 'state' | 'lapse'>[]): number {
  return visits.filter(isPending).length
}
