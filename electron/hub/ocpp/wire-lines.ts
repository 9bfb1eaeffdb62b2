import type { Id } from '../../../shared/domain/id/id.ts'
import type { OcppMessage } from '../../../shared/domain/ocpp-message/ocpp-message.ts'
import type { Repair } from '../../../shared/domain/ocpp/repair-payload.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { WireLine } from '../wire-log/append.ts'
import { maskedFrame } from './masking.ts'
import { writeError, writeResult } from './rpc/frames.ts'
import {
  LOGGED_CHARACTERS,
  type Answer,
  type CallOutcome,
  type ConnectedCharger,
  type OddFrame,
  type SentCall,
} from './server/desk.ts'

/** A charger's call and what it was answered. */
export function inboundLine(
  charger: ConnectedCharger,
  call: {
    readonly uniqueId: string
    readonly action: string
    readonly raw: string
    readonly receivedAt: Instant
    readonly repairs: readonly Repair[]
  },
  answer: Answer,
  now: Instant,
): WireLine {
  const { uniqueId, action, raw, receivedAt, repairs } = call
  return {
    stationId: stationOf(charger),
    chargePointId: charger.chargePointId,
    at: receivedAt,
    direction: 'in',
    action,
    messageId: uniqueId,
    request: cut(raw),
    response: responseOf(uniqueId, answer),
    outcome: answer.kind === 'reply' ? 'result' : answer.kind === 'fault' ? 'error' : 'ignored',
    errorCode: answer.kind === 'fault' ? answer.fault.code : null,
    latencyMs: Math.max(0, now - receivedAt),
    notes: repairs.map(({ kind, path }) => `${kind}: ${path}`),
  }
}

/** A frame that was no call to handle. */
export function oddLine(charger: ConnectedCharger, frame: OddFrame): WireLine {
  return {
    stationId: stationOf(charger),
    chargePointId: charger.chargePointId,
    at: frame.at,
    direction: 'in',
    action: frame.action,
    messageId: frame.uniqueId,
    request: cut(maskedFrame(frame.raw)),
    response: frame.response,
    outcome: frame.response === null ? 'ignored' : 'refused',
    errorCode: frame.fault?.code ?? null,
    latencyMs: 0,
    notes: frame.fault === null ? [frame.kind] : [frame.kind, frame.fault.description],
  }
}

/** A call of ours, not answered yet. */
export function outboundLine(charger: ConnectedCharger, call: SentCall): WireLine {
  return {
    stationId: stationOf(charger),
    chargePointId: charger.chargePointId,
    at: call.at,
    direction: 'out',
    action: call.action,
    messageId: call.uniqueId,
    request: cut(maskedFrame(call.raw)),
    response: null,
    outcome: 'pending',
    errorCode: null,
    latencyMs: null,
    notes: [],
  }
}

/** What the end of a call of ours changes of its line. */
export function endOfCall(
  call: SentCall,
  outcome: CallOutcome,
  raw: string | null,
  at: Instant,
): Pick<WireLine, 'response' | 'outcome' | 'errorCode' | 'latencyMs' | 'notes'> {
  return {
    response: raw === null ? null : cut(maskedFrame(raw)),
    outcome: outcomeOf(outcome),
    errorCode:
      outcome.kind === 'error'
        ? outcome.code
        : outcome.kind === 'badAnswer'
          ? outcome.fault.code
          : null,
    latencyMs: Math.max(0, at - call.at),
    notes:
      outcome.kind === 'result'
        ? outcome.repairs.map(({ kind, path }) => `${kind}: ${path}`)
        : outcome.kind === 'badAnswer'
          ? [outcome.fault.description]
          : [],
  }
}

function outcomeOf(outcome: CallOutcome): OcppMessage['outcome'] {
  switch (outcome.kind) {
    case 'result':
      return 'result'
    case 'timeout':
      return 'timeout'
    case 'disconnected':
      return 'disconnected'
    case 'badAnswer':
      return 'refused'
    default:
      return 'error'
  }
}

function responseOf(uniqueId: string, answer: Answer): string | null {
  if (answer.kind === 'silence') return null
  if (answer.kind === 'fault') return writeError(uniqueId, answer.fault)
  return writeResult(uniqueId, answer.payload)
}

function cut(text: string): string {
  return text.length > LOGGED_CHARACTERS ? text.slice(0, LOGGED_CHARACTERS) : text
}

function stationOf({ admitted }: ConnectedCharger): Id | null {
  return admitted.kind === 'station' ? admitted.stationId : null
}
