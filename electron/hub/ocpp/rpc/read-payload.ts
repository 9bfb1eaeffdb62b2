import type { Instant } from '../../../../shared/time/instant.ts'
import type { OcppFault } from '../../../../shared/domain/ocpp/fault.ts'
import { repairPayload, type Repair } from '../../../../shared/domain/ocpp/repair-payload.ts'
import type { InboundAction, InboundRequest, OutboundAction, OutboundReply } from './actions.ts'
import type { PayloadKind } from './schemas.ts'
import { inboundValidator } from './validators.ts'

/** A charger's payload: valid, perhaps after repairs, or not to be understood. */
export type PayloadReading<Payload> =
  | { readonly kind: 'valid'; readonly payload: Payload; readonly repairs: readonly Repair[] }
  | { readonly kind: 'invalid'; readonly fault: OcppFault; readonly repairs: readonly Repair[] }

const NO_REPAIRS: readonly Repair[] = []

/** A string that begins or ends with a blank, as seen in the frame. Being wrong about one costs only time. */
const PADDED = /"\s+[^\s,:}\]]|[^\s,:[{]\s+"/

/**
 * Reads the payload of a charger's CALL. `raw` is the frame it came in. What fits the schema is returned as it
 * is; otherwise it is mended once and checked again.
 */
export function readRequest<A extends InboundAction>(
  action: A,
  payload: unknown,
  raw: string,
  receivedAt: Instant,
): PayloadReading<InboundRequest<A>> {
  return read<InboundRequest<A>>(action, 'Request', payload, raw, receivedAt)
}

/** Reads the payload of a charger's CALLRESULT to one of our calls. */
export function readReply<A extends OutboundAction>(
  action: A,
  payload: unknown,
  raw: string,
  receivedAt: Instant,
): PayloadReading<OutboundReply<A>> {
  return read<OutboundReply<A>>(action, 'Response', payload, raw, receivedAt)
}

function read<Payload>(
  action: string,
  kind: PayloadKind,
  payload: unknown,
  raw: string,
  receivedAt: Instant,
): PayloadReading<Payload> {
  const validator = inboundValidator(action, kind)
  if (validator === undefined) throw new Error(`there is no schema for ${action}${kind}`)
  if (!PADDED.test(raw) && validator.check(payload) === null) {
    return { kind: 'valid', payload: checked<Payload>(payload), repairs: NO_REPAIRS }
  }
  const mended = repairPayload(validator.schema, payload, receivedAt)
  const fault = validator.check(mended.payload)
  if (fault !== null) return { kind: 'invalid', fault, repairs: mended.repairs }
  return { kind: 'valid', payload: checked<Payload>(mended.payload), repairs: mended.repairs }
}

/** Boundary: the schema has just said what the type says. */
function checked<Payload>(payload: unknown): Payload {
  return payload as Payload
}
