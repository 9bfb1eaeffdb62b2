import type { StepChange } from '../../../shared/domain/booking/step.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'

// Rows that the hub keeps for itself: keys, answers that were given, and what belongs to rows that desks follow.

/** A station's key: only its keyed HMAC is kept (hex of HMAC-SHA-256 under the hub's secret). */
export interface Credential {
  id: Id
  stationId: Id
  hmac: string
  createdAt: Instant
  /** Null while a charger has yet to accept it; such a key works too, or a lost answer would lock the charger out. */
  confirmedAt: Instant | null
  revokedAt: Instant | null
  /** Until when it works; null for as long as it is not revoked. */
  expiresAt: Instant | null
  /** The command that takes it to the charger, if one does. */
  commandId: Id | null
}

/** A user's PIN: only what scrypt makes of it is kept, under the hub's secret; and the wrong ones in a row. */
export interface UserPinRow {
  /** The user's id; `nobody` for all who are no users. */
  id: string
  /** `scrypt:` the power of two of its cost, its block size, its lanes, salt and hash, between colons; empty: no PIN fits. */
  hash: string
  failures: number
  lockedUntil: Instant | null
  changedAt: Instant
}

export interface ConfigurationKeyRow {
  id: string
  stationId: Id
  key: string
  value: string | null
  readonly: 0 | 1
  readAt: Instant
}

/** A call that was answered, so that it is answered alike when it comes again under the same key. */
export interface AnsweredCall {
  /** The caller's own Idempotency-Key, and the call it belongs to. */
  id: string
  actor: string
  /** A digest of what was asked, so that another question under the same key is noticed. */
  question: string
  answer: unknown
  at: Instant
}

/** What a step changed; apart from it, so that desks that follow the steps needn't carry all that. */
export interface BookingStepChange {
  /** The step's own id. */
  id: Id
  changes: StepChange[]
}

/** A booking that a rule made or changed last: at a higher revision somebody has changed it by itself. */
export interface RecurringMade {
  /** The booking's own id. */
  id: Id
  /** At which the rule left it. */
  revision: number
}

/** A calendar that programs may fetch; its address is worked out from this and the hub's secret. */
export interface CalendarFeedRow {
  id: Id
  kind: 'station' | 'customer'
  /** The station's or the customer's id. */
  subjectId: Id
  language: 'en' | 'sv'
  /** Counts the addresses it has had; only the latest works. */
  generation: number
  createdAt: Instant
  updatedAt: Instant
}

/** A walk-up's phone as it is looked for. */
export interface WalkUpPhoneRow {
  /** The walk-up's own id. */
  id: Id
  phoneKey: string
}

/** Which lines of the wire log are a station's: one row for those of a while. */
export interface OcppMessageOfStation {
  stationId: Id
  firstMessageId: number
  /** In order, the first included. */
  messageIds: number[]
}

/** The password that the mail server asks for, sealed under the hub's secret. */
export interface SmtpPasswordRow {
  id: 'smtpPassword'
  sealed: string
}
