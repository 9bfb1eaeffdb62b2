import type { Happened } from '../../charger-event.ts'
import type { CommandKind } from './command-kind.ts'
import { lostOrRefused } from './lost-or-refused.ts'

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
      const answer = lostOrRefused(failure)
      happened(tx, { kind: 'reservationAnswered', stationId, reservationId, connectorId, answer })
    },
  }
}
