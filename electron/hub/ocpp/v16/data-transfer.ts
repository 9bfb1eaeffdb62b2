import type { InboundReply } from '../rpc/actions.ts'

/** OCPP 1.6 §4.3: no vendor's messages are understood here; what was sent stands in the wire log. */
export function dataTransfer(): InboundReply<'DataTransfer'> {
  return { status: 'UnknownVendorId' }
}
