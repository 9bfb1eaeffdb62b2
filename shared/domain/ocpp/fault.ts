/**
 * The error codes of a CALLERROR, with OCPP-J 1.6's own spelling (§4.2.3). `Occurence` with one r is the
 * specification's word, and chargers compare it letter by letter.
 */
export const OCPP_ERROR_CODES = [
  'NotImplemented',
  'NotSupported',
  'InternalError',
  'ProtocolError',
  'SecurityError',
  'FormationViolation',
  'PropertyConstraintViolation',
  'OccurenceConstraintViolation',
  'TypeConstraintViolation',
  'GenericError',
] as const

export type OcppErrorCode = (typeof OCPP_ERROR_CODES)[number]

/** Why a message was not accepted, as a CALLERROR tells it. `description` has at most 255 characters. */
export interface OcppFault {
  readonly code: OcppErrorCode
  readonly description: string
}

/** A fault whose description fits the wire (OCPP-J 1.6 §4.2.3: string[255]). */
export function ocppFault(code: OcppErrorCode, description: string): OcppFault {
  return { code, description: description.slice(0, 255) }
}
