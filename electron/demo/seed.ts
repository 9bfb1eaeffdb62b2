import { z } from 'zod'
import type { demoDepot, DemoStation } from './depot.ts'
import { ask } from './hub-api.ts'
import type { HubAddress } from './hub-api.ts'
import { seedFleet } from './seed-fleet.ts'

const stationPage = z.object({
  rows: z.array(z.object({ chargePointId: z.string() })),
  next: z.string().nullable(),
})

/**
 * Makes the depot known to the hub: stations with their passwords, fleets with their vehicles, cards with their
 * statuses. What is there already stays as it is, so that a second start changes nothing.
 * @throws when the hub refuses or can't be reached
 */
export async function seedDepot(
  hub: HubAddress,
  { stations, vehicles, tokens }: Omit<ReturnType<typeof demoDepot>, 'drivers'>,
): Promise<void> {
  await seedStations(hub, stations)
  await seedFleet(hub, vehicles, tokens)
}

async function seedStations(hub: HubAddress, stations: readonly DemoStation[]): Promise<void> {
  const known = await knownStations(hub)
  const missing = stations.filter(({ chargePointId }) => !known.has(chargePointId))
  if (missing.length > 0) {
    await ask(hub, 'POST', '/stations/import', {
      stations: missing.map(({ chargePointId, name, zone, password }) => ({
        chargePointId,
        name,
        zone,
        password,
      })),
    })
  }
}

async function knownStations(hub: HubAddress): Promise<Set<string>> {
  const known = new Set<string>()
  let after: string | null = ''
  while (after !== null) {
    const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
    const page = stationPage.parse(await ask(hub, 'GET', `/stations?limit=1000${query}`))
    for (const { chargePointId } of page.rows) known.add(chargePointId)
    after = page.next
  }
  return known
}
