import type { CommandFailure } from '../../../../shared/domain/command/command.ts'
import type { Happened } from '../../charger-event.ts'
import type { CommandKind } from './command-kind.ts'

/** Failures after which another try may go better: the charger was not asked, or did not hear. */
const MAY_GO_BETTER: ReadonlySet<CommandFailure> = new Set([
  'offline',
  'notBooted',
  'queueFull',
  'timeout',
  'disconnected',
  'withdrawn',
  'hubStopped',
])

/**
 * OCPP 1.6 §5.13. `Accepted`: the connector is held for that id token until the expiry date; `Faulted`, `Occupied`,
 * `Unavailable`: it can't be now; `Rejected`: the charger doesn't reserve.
 */
export function reserveNow(happened: Happened): CommandKind<'ReserveNow'> {
  return {
    action: 'ReserveNow',
    answered(tx, { stationId, request: { reservationId, connectorId }, reply }) {
      const answer = reply.status === 'Accepted' ? 'accepted' : 'refused'
      happened(tx, { kind: 'reservationAnswered', stationId, reservationId, connectorId, answer })
    },
    failed(tx, { stationId, request: { reservationId, connectorId }, failure }) {
      const answer = MAY_GO_BETTER.has(failure) ? 'lost' : 'refused'
      happened(tx, { kind: 'reservationAnswered', stationId, reservationId, connectorId, answer })
    },
  }
}
