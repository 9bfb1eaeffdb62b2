import type { Visit } from '../../shared/domain/visit/visit.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** Until when something is held for a visit that it has not settled yet: its place, or its change; null where nothing is. */
export function heldUntilOf({
  state,
  lapse,
  holdUntil,
}: Pick<Visit, 'state' | 'lapse' | 'holdUntil'>): Instant | null {
  switch (state) {
    case 'unpaid':
    case 'offered':
      return holdUntil
    case 'agreed':
      return lapse?.until ?? null
    default:
      return null
  }
}
