import { ORPCError, os, ValidationError } from '@orpc/server'
import { commonRefusals } from '../../../../shared/contract/refusal.ts'
import type { HubInfo } from '../../../../shared/contract/site.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { OfferedKeys } from '../../adoption/admit.ts'
import type { Chargers } from '../../chargers.ts'
import type { BuildingLoad } from '../../load/building.ts'
import type { Money } from '../../money.ts'
import type { Planning } from '../../planning/planning.ts'
import type { BookingRooms } from '../../promises.ts'
import type { KeyIssuer } from '../../station/add.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'

/** Who calls: shown in the journal. */
export interface Caller {
  actor: string
  /** Under which a call is carried out only once, however often it comes (see `once.ts`). */
  idempotencyKey?: string
}

/** What the router's handlers work with. */
export interface RouterParts {
  store: Store
  clock: () => Instant
  chargers: Chargers
  /** Known once the site's rows are read; what decides on bookings waits for it. */
  planning: Promise<Planning>
  /** Takes in what the building's meter tells, once loads are kept. */
  building: Promise<Pick<BuildingLoad, 'take'>>
  /** Bills and payments, once they are looked after. */
  money: Promise<Money>
  issuer: KeyIssuer
  offered: OfferedKeys
  /** Known once both ports are open. */
  info: () => Promise<HubInfo>
}

/** What routers work with that decide on bookings. */
export type BookingParts = Pick<RouterParts, 'store' | 'clock'> & BookingRooms

/** Stands before every call: bad input and a disk that refuses are told as such, whichever call they met. */
export const tellsFaults = os.$context<Caller>().middleware(async ({ next }) => {
  try {
    return await next()
  } catch (error) {
    if (error instanceof StoreUnavailable)
      throw new ORPCError('STORE_READ_ONLY', { ...commonRefusals.STORE_READ_ONLY, cause: error })
    if (!(error instanceof ORPCError && error.cause instanceof ValidationError)) throw error
    if (error.code !== 'BAD_REQUEST') throw error
    const { data, cause } = error
    throw new ORPCError('BAD_REQUEST', { message: whatIsWrong(cause.issues), data, cause })
  }
})

/** How many faults of one input are told in words; its data tells all. */
const MOST_FAULTS = 3

/** The faults of an input as sentences that say where each lies. */
function whatIsWrong(issues: ValidationError['issues']): string {
  return issues
    .slice(0, MOST_FAULTS)
    .map(({ path, message }) => {
      const place = (path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))
      const sentence = message.replace(/\.?$/, '.')
      return place.length === 0 ? sentence : `${place.join('.')}: ${sentence}`
    })
    .join(' ')
}
