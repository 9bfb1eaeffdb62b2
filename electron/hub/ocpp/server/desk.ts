import type { Id } from '../../../../shared/domain/id/id.ts'
import type { OcppFault } from '../../../../shared/domain/ocpp/fault.ts'
import type { Repair } from '../../../../shared/domain/ocpp/repair-payload.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type {
  InboundAction,
  InboundReply,
  InboundRequest,
  OutboundAction,
  OutboundReply,
  TransactionAction,
} from '../rpc/actions.ts'

/** Somebody wants in under a charge point id. */
export interface ConnectionAttempt {
  readonly chargePointId: string
  readonly address: string
  /** Whether the connection is TLS. */
  readonly secure: boolean
  /**
   * The passwords the Authorization header may mean, likeliest first; empty when it sent none. There can be
   * several because a user name may hold colons and a password any byte (see `basic-auth.ts`).
   */
  readonly passwords: readonly Buffer[]
  readonly at: Instant
}

/**
 * Whether somebody comes in: as a station of the site, as a stranger that waits to be adopted, or not at all.
 * An unknown id and a wrong password must take the same time to refuse; the reply is the same by itself.
 */
export type Admission = Admitted | { readonly kind: 'refused' }

export type Admitted =
  | {
      readonly kind: 'station'
      readonly stationId: Id
      /** Whether it showed one of the station's keys; a station that needs none may come without. */
      readonly keyShown: boolean
    }
  | { readonly kind: 'candidate'; readonly candidateId: Id }

/** A charger whose socket is open. */
export interface ConnectedCharger {
  readonly connectionId: string
  readonly chargePointId: string
  readonly address: string
  readonly connectedAt: Instant
  /** When anything last came from its socket, pongs included. */
  readonly heardAt: Instant
  /** As whom it was let in. Changes when a candidate is adopted while connected. */
  readonly admitted: Admitted
}

/** A charger's CALL whose payload fits the schema, after the repairs noted. */
export interface InboundCall<A extends InboundAction = InboundAction> {
  readonly uniqueId: string
  readonly action: A
  readonly payload: InboundRequest<A>
  readonly repairs: readonly Repair[]
  readonly raw: string
  readonly receivedAt: Instant
}

/** An `InboundCall` of any action, told apart by `action`. */
export type AnyInboundCall = { [A in InboundAction]: InboundCall<A> }[InboundAction]

/** A transaction message that can't be understood; it is answered all the same, or it would come for ever. */
export interface UnreadableTransactionCall {
  readonly uniqueId: string
  readonly action: TransactionAction
  readonly payload: unknown
  readonly fault: OcppFault
  readonly raw: string
  readonly receivedAt: Instant
}

/**
 * What the hub answers a CALL. `silence` is for a message that must come again: a charger keeps what nobody has
 * answered.
 */
export type Answer =
  | { readonly kind: 'silence' }
  | { readonly kind: 'reply'; readonly payload: InboundReply<InboundAction> }
  | { readonly kind: 'fault'; readonly fault: OcppFault }

/** How one of our calls ended. */
export type CallOutcome<A extends OutboundAction = OutboundAction> =
  | {
      readonly kind: 'result'
      readonly payload: OutboundReply<A>
      readonly repairs: readonly Repair[]
    }
  | {
      readonly kind: 'error'
      readonly code: string
      readonly description: string
      readonly details: unknown
    }
  /** It answered, but not what the specification allows. */
  | { readonly kind: 'badAnswer'; readonly payload: unknown; readonly fault: OcppFault }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'queueFull' }
  /** Our own request breaks the specification, so it was not sent. */
  | { readonly kind: 'invalidRequest'; readonly fault: OcppFault }

/** A CALL of ours that has just gone out. */
export interface SentCall {
  readonly uniqueId: string
  readonly action: OutboundAction
  readonly raw: string
  readonly at: Instant
}

/** A frame that was no CALL to handle: refused, or ignored and only worth a line in the wire log. */
export interface OddFrame {
  readonly kind:
    | 'malformed'
    | 'unknownType'
    | 'notText'
    | 'unknownAction'
    | 'invalidPayload'
    | 'duplicateInHand'
    | 'unaskedAnswer'
    | 'lateAnswer'
  readonly uniqueId: string | null
  readonly action: string | null
  /** Cut at `LOGGED_CHARACTERS`. */
  readonly raw: string
  /** The CALLERROR it was answered with, as sent; null when it was not answered. */
  readonly response: string | null
  readonly fault: OcppFault | null
  readonly at: Instant
}

/** How much of an odd frame is kept. */
export const LOGGED_CHARACTERS = 65_536

/** Why a socket is gone. */
export interface Departure {
  readonly reason:
    | 'closed'
    | 'dead'
    | 'replaced'
    | 'dropped'
    | 'badMessages'
    | 'slowReader'
    | 'tooLarge'
    | 'notWebSocket'
  readonly code: number
  readonly at: Instant
}

/**
 * What the OCPP server asks of the hub. Calls about one charger come in the order in which things happened:
 * `connected`, then the rest, then `disconnected` once. None may throw; `receive` and `quarantine` may reject.
 */
export interface OcppDesk {
  admit(attempt: ConnectionAttempt): Admission | Promise<Admission>
  /** Somebody knocked at a path that leads nowhere: a charger with a wrong URL, perhaps. */
  strayed(stray: { readonly path: string; readonly address: string; readonly at: Instant }): void
  connected(charger: ConnectedCharger): void
  disconnected(charger: ConnectedCharger, departure: Departure): void
  /**
   * Handles one CALL and resolves with its answer once what it changed is on disk: the answer is sent then.
   * It may be called again before an earlier call has resolved, and must act in the order of the calls. When
   * it rejects, a transaction message is left unanswered, so that the charger sends it again.
   */
  receive(charger: ConnectedCharger, call: AnyInboundCall): Promise<Answer>
  /** Keeps a transaction message that can't be understood and resolves with an answer that lets the charger go on. */
  quarantine(charger: ConnectedCharger, call: UnreadableTransactionCall): Promise<Answer>
  /** For the wire log. */
  oddFrame(charger: ConnectedCharger, frame: OddFrame): void
  /** For the wire log: a call of ours has gone out. */
  sent(charger: ConnectedCharger, call: SentCall): void
  /** For the wire log: that call has ended. `raw` is the charger's frame, null when there was none. */
  ended(
    charger: ConnectedCharger,
    call: SentCall,
    outcome: CallOutcome,
    raw: string | null,
    at: Instant,
  ): void
  /** Somebody with the right password wanted in while this charger was alive, and was refused. */
  rivalRefused(
    charger: ConnectedCharger,
    rival: { readonly address: string; readonly at: Instant },
  ): void
  /** Something happened that should be impossible; the charger was answered InternalError or not at all. */
  bug(charger: ConnectedCharger, error: unknown): void
}
