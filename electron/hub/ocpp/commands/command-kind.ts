import type { CommandFailure } from '../../../../shared/domain/command/command.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Writes } from '../../store/writes.ts'
import type { OutboundAction, OutboundReply, OutboundRequest } from '../rpc/actions.ts'

/** One of the commands: what a charger's answer to it changes here, in the unit that stores the answer. */
export interface CommandKind<A extends OutboundAction> {
  readonly action: A
  answered(tx: Writes, exchange: Exchange<A>): void
  /** What it changes here that the charger gave no answer of its own, in the unit that stores why. */
  failed?(tx: Writes, attempt: Attempt<A>): void
}

/** A command that came to nothing. */
export interface Attempt<A extends OutboundAction> {
  readonly stationId: Id
  readonly request: OutboundRequest<A>
  readonly failure: CommandFailure
}

/** A command and the charger's answer to it. `request` is as it was sent, secrets included. */
export interface Exchange<A extends OutboundAction> {
  readonly stationId: Id
  readonly request: OutboundRequest<A>
  readonly reply: OutboundReply<A>
}

/** For commands whose answer says only whether the charger will try: what follows comes as messages of its own. */
export function nothingYet(): void {}
