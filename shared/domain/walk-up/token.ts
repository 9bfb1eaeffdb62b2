import type { Id } from '../id/id.ts'

/**
 * The id token that a charger is told to start a walk-up with: 20 characters (OCPP 1.6 §7.28 CiString20), ours alone,
 * from the random end of the walk-up's own id.
 */
export function walkUpToken(id: Id): string {
  return `WU${id.replaceAll('-', '').slice(-18)}`.toUpperCase()
}
