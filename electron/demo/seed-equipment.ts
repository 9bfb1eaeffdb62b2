import { z } from 'zod'
import type { DemoStation } from './depot.ts'
import { ask } from './hub-api.ts'
import type { HubAddress } from './hub-api.ts'
import { outletMaxW } from './outlet.ts'
import type { Outlet } from './outlet.ts'

const stationPage = z.object({ rows: z.array(z.object({ id: z.string() })) })
const oneStation = z.object({
  connectors: z.array(
    z.object({
      connectorId: z.int(),
      standard: z.string().nullable(),
      maxPowerW: z.int().nullable(),
    }),
  ),
})

/** Tells the hub what the depot's outlets are, since chargers don't. What somebody has told of one stays. */
export async function seedEquipment(
  hub: HubAddress,
  stations: readonly DemoStation[],
): Promise<void> {
  for (const { chargePointId, outlets } of stations) {
    const query = new URLSearchParams({ chargePointId }).toString()
    const [station] = stationPage.parse(await ask(hub, 'GET', `/stations?${query}`)).rows
    if (station === undefined) continue
    const { connectors } = oneStation.parse(await ask(hub, 'GET', `/stations/${station.id}`))
    const told = new Set(
      connectors
        .filter(({ standard, maxPowerW }) => standard !== null || maxPowerW !== null)
        .map(({ connectorId }) => connectorId),
    )
    for (const [index, outlet] of outlets.entries()) {
      if (told.has(index + 1)) continue
      const path = `/stations/${station.id}/connectors/${index + 1}/equipment`
      await ask(hub, 'PUT', path, equipmentOf(outlet))
    }
  }
}

/** An outlet in OCPI's words (2.2.1 ConnectorType, PowerType). */
export function equipmentOf(outlet: Outlet): {
  standard: string
  powerType: string
  maxPowerW: number
} {
  const maxPowerW = outletMaxW(outlet)
  if (outlet.kind === 'dc') return { standard: 'IEC_62196_T2_COMBO', powerType: 'DC', maxPowerW }
  const powerType = outlet.phases === 3 ? 'AC_3_PHASE' : 'AC_1_PHASE'
  return { standard: 'IEC_62196_T2', powerType, maxPowerW }
}
