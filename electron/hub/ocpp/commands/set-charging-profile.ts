import type { Happened } from '../../charger-event.ts'
import type { OutboundRequest } from '../rpc/actions.ts'
import type { CommandKind } from './command-kind.ts'
import { lostOrRefused } from './lost-or-refused.ts'

/**
 * OCPP 1.6 §5.16. `Accepted`: the charger says that it holds to it, which not all do; `Rejected`: not this one (a stack
 * level, a unit or a length it can't take); `NotSupported`: it takes none.
 */
export function setChargingProfile(happened: Happened): CommandKind<'SetChargingProfile'> {
  return {
    action: 'SetChargingProfile',
    answered(tx, { stationId, request, reply }) {
      const answer = reply.status === 'Accepted' ? 'accepted' : 'refused'
      happened(tx, { kind: 'chargingProfileAnswered', stationId, ...named(request), answer })
    },
    failed(tx, { stationId, request, failure }) {
      const answer = lostOrRefused(failure)
      happened(tx, { kind: 'chargingProfileAnswered', stationId, ...named(request), answer })
    },
  }
}

function named({ connectorId, csChargingProfiles }: OutboundRequest<'SetChargingProfile'>) {
  const { chargingProfileId, chargingProfilePurpose: purpose } = csChargingProfiles
  return { connectorId, chargingProfileId, purpose }
}
