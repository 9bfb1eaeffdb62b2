import type { Connector } from '../connector/connector.ts'
import type { TariffAssignment } from './tariff.ts'

type Outlet = Pick<Connector, 'stationId' | 'connectorId' | 'maxPowerW'>

/**
 * The power, W, of the strongest connector where a tariff is paid on the spot, by somebody without a contract (AFIR's
 * ad hoc price); null when there is none, or none whose power is known.
 * @param assignments the tariff's; with none it may yet be for anybody
 * @param connectors those of the stations in use
 */
export function adHocPowerW(
  assignments: readonly TariffAssignment[],
  connectors: readonly Outlet[],
): number | null {
  const powers = connectors.flatMap((connector) =>
    connector.maxPowerW !== null &&
    (assignments.length === 0 || assignments.some((assignment) => isAdHocAt(assignment, connector)))
      ? [connector.maxPowerW]
      : [],
  )
  return powers.length === 0 ? null : Math.max(...powers)
}

function isAdHocAt(assignment: TariffAssignment, { stationId, connectorId }: Outlet): boolean {
  const { customerId, customerGroup, idToken, settlement } = assignment
  if (customerId !== null || customerGroup !== null || idToken !== null) return false
  if (settlement !== null && settlement !== 'pay') return false
  if (assignment.stationId !== null && assignment.stationId !== stationId) return false
  return assignment.connectorId === null || assignment.connectorId === connectorId
}
