import type { OcppMessage } from '../../../../shared/domain/ocpp-message/ocpp-message.ts'

/** An exchange that was answered, with whatever a test wants different. */
export function aMessage(id: number, differing: Partial<OcppMessage> = {}): OcppMessage {
  return {
    id,
    stationId: null,
    chargePointId: 'CP-1',
    at: Date.UTC(2026, 10, 22) + id,
    direction: 'in',
    action: 'Heartbeat',
    messageId: `m${id}`,
    request: `[2,"m${id}","Heartbeat",{}]`,
    response: `[3,"m${id}",{}]`,
    outcome: 'result',
    errorCode: null,
    latencyMs: 2,
    notes: [],
    ...differing,
  }
}
