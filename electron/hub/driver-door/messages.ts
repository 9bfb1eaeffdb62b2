import type { DoorFault, DriverDoorWords } from '../../../shared/domain/driver-door/driver-door.ts'
import type { VisitLanguage } from '../../../shared/domain/visit/visit.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { DoorLimits } from './limits.ts'

/** What the door's thread and the hub say to each other. */

/** A call of the contract that there is. */
export interface KnownCall {
  readonly method: 'GET' | 'POST'
  /** Beginning after `/api`. */
  readonly path: string
  /** `question` makes the hub reckon, `write` changes something, `live` is answered for as long as somebody listens. */
  readonly kind: 'read' | 'question' | 'write' | 'live'
}

/** How the thread is to open. */
export interface DoorOrder {
  readonly words: DriverDoorWords
  /** Null for every address. */
  readonly host: string | null
  readonly calls: readonly KnownCall[]
  readonly pageFolder: string
  readonly limits: DoorLimits
}

/** A call that was let in. */
export interface DoorCall extends Pick<KnownCall, 'method' | 'path'> {
  readonly body: string
  readonly token: string | null
  readonly address: string
  readonly idempotencyKey: string | null
}

/** What the thread tells. */
export type FromDoor =
  | { readonly kind: 'open'; readonly port: number; readonly certUntil: Instant | null }
  | { readonly kind: 'failed'; readonly fault: DoorFault }
  | { readonly kind: 'certificate'; readonly fault: DoorFault | null; readonly until: Instant }
  | { readonly kind: 'counted'; readonly watched: number; readonly turnedAway: number }
  | { readonly kind: 'call'; readonly id: number; readonly call: DoorCall }
  | {
      readonly kind: 'receipt'
      readonly id: number
      readonly token: string
      readonly language: VisitLanguage
    }
  /** The phone has taken all there was: what comes next of an answer in parts? */
  | { readonly kind: 'more'; readonly id: number }
  /** The phone has left, or has waited for long enough. */
  | { readonly kind: 'left'; readonly id: number }
  | { readonly kind: 'closed' }

/** What the hub says. */
export type ToDoor =
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly status: number
      readonly body: string
    }
  /** An answer in parts begins: each is asked for by `more`. */
  | { readonly kind: 'begin'; readonly id: number }
  | { readonly kind: 'part'; readonly id: number; readonly text: string }
  /** All parts were told, or it failed. */
  | { readonly kind: 'end'; readonly id: number; readonly failed: boolean }
  /** A receipt's page; null where the token opens none. */
  | { readonly kind: 'page'; readonly id: number; readonly page: string | null }
  | { readonly kind: 'close' }
