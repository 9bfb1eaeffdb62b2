import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Repair } from '../../../../shared/domain/ocpp/repair-payload.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Happened } from '../../charger-event.ts'
import type { InboundAction, InboundRequest } from '../rpc/actions.ts'

/** The station a message came from. */
export interface Caller {
  readonly stationId: Id
  readonly chargePointId: string
  readonly connectedAt: Instant
  /** Told what the message came to, within its unit. */
  readonly happened: Happened
}

/** A message as its file gets it: the payload fits the schema. */
export interface Message<A extends InboundAction> {
  readonly payload: InboundRequest<A>
  readonly receivedAt: Instant
  readonly repairs: readonly Repair[]
}
