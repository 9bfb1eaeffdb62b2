import { ocppFault, type OcppFault } from '../../../../shared/domain/ocpp/fault.ts'

/** The three message types of OCPP-J 1.6 §4.1.3. */
const CALL = 2
const CALLRESULT = 3
const CALLERROR = 4

/** The specification gives 36 characters; some chargers join two ids. */
const MAX_UNIQUE_ID = 128
const MAX_ACTION = 64

/** The id of an answer to something that has none (the convention OCPP 2.0.1 part 4 §4.2.3 wrote down). */
export const NO_UNIQUE_ID = '-1'

/**
 * A frame as read. `malformed` with `answerTo` is answered with a CALLERROR, without it only logged: an answer
 * is never answered. `unknownType` is ignored, as OCPP-J 1.6 §4.1.3 asks for message types not in its list.
 */
export type Frame =
  | {
      readonly kind: 'call'
      readonly uniqueId: string
      readonly action: string
      readonly payload: unknown
    }
  | { readonly kind: 'result'; readonly uniqueId: string; readonly payload: unknown }
  | {
      readonly kind: 'error'
      readonly uniqueId: string
      readonly code: string
      readonly description: string
      readonly details: unknown
    }
  | { readonly kind: 'malformed'; readonly answerTo: string | null; readonly fault: OcppFault }
  | { readonly kind: 'unknownType'; readonly fault: OcppFault }

/** Reads one text frame. Never throws, whatever the text. */
export function parseFrame(text: string): Frame {
  let parts: unknown
  try {
    parts = JSON.parse(text)
  } catch {
    return malformed(NO_UNIQUE_ID, 'the message is not JSON')
  }
  if (!Array.isArray(parts)) return malformed(NO_UNIQUE_ID, 'the message is not a JSON array')
  const list: readonly unknown[] = parts
  if (list[0] === CALL) return readCall(list)
  if (list[0] === CALLRESULT || list[0] === CALLERROR) return readAnswer(list)
  return { kind: 'unknownType', fault: ocppFault('FormationViolation', 'unknown message type') }
}

function readCall(list: readonly unknown[]): Frame {
  const [, uniqueId, action, payload] = list
  if (!isUniqueId(uniqueId)) {
    return malformed(
      NO_UNIQUE_ID,
      `the unique id is not a string of 1 to ${MAX_UNIQUE_ID} characters`,
    )
  }
  if (typeof action !== 'string' || action.length > MAX_ACTION) {
    return malformed(uniqueId, 'the action is not a short string')
  }
  if (list.length !== 4) return malformed(uniqueId, 'a CALL has four elements')
  return { kind: 'call', uniqueId, action, payload }
}

function readAnswer(list: readonly unknown[]): Frame {
  const [type, uniqueId, third, description, details] = list
  if (!isUniqueId(uniqueId))
    return malformed(null, 'the unique id of the answer is not a short string')
  if (type === CALLRESULT) {
    if (list.length !== 3) return malformed(null, 'a CALLRESULT has three elements')
    return { kind: 'result', uniqueId, payload: third }
  }
  return {
    kind: 'error',
    uniqueId,
    code: shortText(third, 50),
    description: shortText(description, 255),
    details: details ?? {},
  }
}

export function writeCall(uniqueId: string, action: string, payload: object): string {
  return `[2,${JSON.stringify(uniqueId)},${JSON.stringify(action)},${JSON.stringify(payload)}]`
}

export function writeResult(uniqueId: string, payload: object): string {
  return `[3,${JSON.stringify(uniqueId)},${JSON.stringify(payload)}]`
}

export function writeError(uniqueId: string, fault: OcppFault): string {
  return `[4,${JSON.stringify(uniqueId)},"${fault.code}",${JSON.stringify(fault.description)},{}]`
}

function malformed(answerTo: string | null, description: string): Frame {
  return { kind: 'malformed', answerTo, fault: ocppFault('FormationViolation', description) }
}

function isUniqueId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_UNIQUE_ID
}

function shortText(value: unknown, length: number): string {
  return typeof value === 'string' ? value.slice(0, length) : ''
}
