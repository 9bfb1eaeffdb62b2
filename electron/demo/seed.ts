import { z } from 'zod'
import type { DemoStation, DemoToken } from './depot.ts'
import { ask } from './hub-api.ts'
import type { HubAddress } from './hub-api.ts'

const stationPage = z.object({
  rows: z.array(z.object({ chargePointId: z.string() })),
  next: z.string().nullable(),
})

/**
 * Makes the depot known to the hub: stations with their passwords, cards with their statuses. What is
 * there already stays as it is, so that a second start changes nothing.
 * @throws when the hub refuses or can't be reached
 */
export async function seedDepot(
  hub: HubAddress,
  stations: readonly DemoStation[],
  tokens: readonly DemoToken[],
): Promise<void> {
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
  for (const { idTag, label, status } of tokens) {
    await ask(hub, 'PUT', '/id-tokens', { idToken: idTag, label, status })
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
