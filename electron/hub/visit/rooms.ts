import type { VisitRefusal } from '../../../shared/domain/visit/refusal.ts'
import type { Planning } from '../planning/planning.ts'
import type { WalkUpRooms } from '../walk-up/rooms.ts'

/** What of the hub's other rooms a visit has to do with. */
export interface VisitRooms extends WalkUpRooms, Pick<Planning, 'findOffers'> {
  readonly hubSecret: string
  /** Where Stripe's page sends a payer back to, with no token in it; null while phones can't come in. */
  returnUrl(): string | null
}

/** Why a driver can't have it so. */
export type Refused = { readonly kind: 'refused'; readonly refusals: readonly VisitRefusal[] }

export const refused = (...refusals: readonly VisitRefusal[]): Refused => ({
  kind: 'refused',
  refusals,
})
