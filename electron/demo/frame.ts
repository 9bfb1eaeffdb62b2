import { z } from 'zod'

/** Error codes of OCPP-J 1.6 §4.2.3 that a station of the demo uses. */
export type ErrorCode =
  | 'NotImplemented'
  | 'GenericError'
  | 'FormationViolation'
  | 'ProtocolError'
  | 'InternalError'
  | 'NotSupported'

/** A frame read from the wire; `broken` is anything that is not one. */
export type Frame =
  | { kind: 'call'; id: string; action: string; payload: unknown }
  | { kind: 'result'; id: string; payload: unknown }
  | { kind: 'error'; id: string; code: string; description: string }
  | { kind: 'broken' }

const wire = z.union([
  z.tuple([z.literal(2), z.string(), z.string(), z.unknown()]),
  z.tuple([z.literal(3), z.string(), z.unknown()]),
  z.tuple([z.literal(4), z.string(), z.string(), z.string()], z.unknown()),
])

/** Reads an OCPP-J frame. */
export function readFrame(text: string): Frame {
  const parsed = wire.safeParse(jsonOf(text))
  if (!parsed.success) return { kind: 'broken' }
  const frame = parsed.data
  switch (frame[0]) {
    case 2:
      return { kind: 'call', id: frame[1], action: frame[2], payload: frame[3] }
    case 3:
      return { kind: 'result', id: frame[1], payload: frame[2] }
    case 4:
      return { kind: 'error', id: frame[1], code: frame[2], description: frame[3] }
  }
}

/** Writes a CALL. */
export function callFrame(id: string, action: string, payload: object): string {
  return JSON.stringify([2, id, action, payload])
}

/** Writes a CALLRESULT. */
export function resultFrame(id: string, payload: object): string {
  return JSON.stringify([3, id, payload])
}

/** Writes a CALLERROR. */
export function errorFrame(id: string, code: ErrorCode, description: string): string {
  return JSON.stringify([4, id, code, description, {}])
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
