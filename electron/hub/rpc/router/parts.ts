import { ORPCError, os, ValidationError } from '@orpc/server'
import { commonRefusals } from '../../../../shared/contract/refusal.ts'
import { rights } from '../../../../shared/contract/rights.ts'
import type { HubInfo } from '../../../../shared/contract/site.ts'
import type { Right } from '../../../../shared/domain/user/role.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { OfferedKeys } from '../../adoption/admit.ts'
import type { Chargers } from '../../chargers.ts'
import type { Drivers } from '../../drivers.ts'
import type { DriverDoor } from '../../driver-door/door.ts'
import type { BuildingLoad } from '../../load/building.ts'
import type { MessageKeeper } from '../../message/message-keeper.ts'
import type { Money } from '../../money.ts'
import type { Planning } from '../../planning/planning.ts'
import type { BookingRooms } from '../../promises.ts'
import type { Reports } from '../../report/reports.ts'
import type { KeyIssuer } from '../../station/add.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import type { Approvals } from '../../user/approvals.ts'
import type { Session, Standing } from '../../user/session.ts'
import { holds } from '../../user/session-state.ts'
import type { Sessions } from '../../user/sessions.ts'
import { refusalOf } from '../refuse.ts'
import { isToldInParts, tellWhile } from './tell-while.ts'

/** Who calls, as a face of the hub knows them. */
export interface Caller {
  readonly session: Session
  /** Under which a call is carried out only once, however often it comes (see `once.ts`). */
  idempotencyKey?: string
}

/** Who acts, once a call is let through. */
export interface Acting extends Caller {
  /** As the journal has it: a user's name, or `desk` or `api`. */
  readonly actor: string
  /** Whether they need nobody's approval for what is above a limit: a supervisor, and a site without users. */
  readonly mayApprove: boolean
  readonly standing: Standing
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
  /** Reports, once they can be read. */
  reports: Promise<Reports>
  /** The door for phones, once it was looked at whether to open it. */
  door: Promise<DriverDoor>
  /** What drivers do from their phones, once bills and payments are looked after. */
  drivers: Promise<Drivers>
  /** What writes to drivers, once it does. */
  messages: Promise<MessageKeeper>
  issuer: KeyIssuer
  offered: OfferedKeys
  sessions: Sessions
  approvals: Approvals
  /** Known once both ports are open. */
  info: () => Promise<HubInfo>
}

/** What routers work with that decide on bookings. */
export type BookingParts = Pick<RouterParts, 'store' | 'clock'> & BookingRooms

/**
 * Stands before every call, and before its input is looked at: who may not make it learns nothing else. An answer that
 * goes on ends with the standing that let it begin. Bad input and a disk that refuses are told as such, whichever call
 * they met.
 */
export const everyCall = os.$context<Caller>().middleware(async ({ context, path, next }) => {
  try {
    const { session } = context
    const right = rightOf(path)
    const standing = await session.standing()
    const refusal = refusalOf(standing, right)
    if (refusal !== null) throw refusal
    session.called()
    const actor = standing.kind === 'in' ? standing.user.name : session.machine
    const mayApprove = holds(standing, 'supervise')
    const answer = await next({ context: { actor, mayApprove, standing } })
    if (right === 'anyone' || !isToldInParts(answer.output)) return answer
    return { ...answer, output: tellWhile(answer.output, standing.until) }
  } catch (error) {
    if (error instanceof StoreUnavailable)
      throw new ORPCError('STORE_READ_ONLY', { ...commonRefusals.STORE_READ_ONLY, cause: error })
    if (!(error instanceof ORPCError && error.cause instanceof ValidationError)) throw error
    if (error.code !== 'BAD_REQUEST') throw error
    const { data, cause } = error
    throw new ORPCError('BAD_REQUEST', { message: whatIsWrong(cause.issues), data, cause })
  }
})

/** What a call asks, by its name in the contract. One that the contract does not have is not there to be called. */
function rightOf([noun, call]: readonly string[]): Right {
  const ofNoun: Readonly<Record<string, Right>> =
    noun !== undefined && Object.hasOwn(rights, noun) ? rights[noun as keyof typeof rights] : {}
  return (call === undefined ? undefined : ofNoun[call]) ?? 'supervise'
}

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
