import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { BUILT_HUB, startHubProcess } from '../../fixtures/hub-process.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const STATIONS = 100
const CONNECTORS_EACH = 2
const BATCH = 500
const ZONES = ['Gate', 'Yard', 'Hall', 'Depot']

const created = z.object({ created: z.array(z.object({ id: z.string() })) })

/** A booking as the updates need to know it. */
export interface Planned {
  readonly id: string
}

/**
 * Fills a data folder with two hundred connectors and so many bookings on them from now on, all by REST: stays of
 * five hours with breaks between them, none over another.
 * @returns the bookings
 */
export async function plannedSite(dataDir: string, bookings: number): Promise<Planned[]> {
  const hub = await startHubProcess({ dataDir, file: BUILT_HUB })
  try {
    const stations = Array.from({ length: STATIONS }, (_, index) => ({
      chargePointId: `BENCH-${index}`,
      name: `${ZONES[index % ZONES.length]} ${Math.floor(index / ZONES.length) + 1}`,
      zone: ZONES[index % ZONES.length],
    }))
    const { created: made } = created.parse(
      await hub.rest('POST', '/stations/import', { stations }),
    )
    const equipment = { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 }
    for (const { id } of made)
      for (let number = 1; number <= CONNECTORS_EACH; number += 1)
        await hub.rest('PUT', `/stations/${id}/connectors/${number}/equipment`, equipment)
    const commands = commandsFor(
      made.map(({ id }) => id),
      bookings,
    )
    for (let at = 0; at < commands.length; at += BATCH)
      await hub.rest('POST', '/bookings/apply', { commands: commands.slice(at, at + BATCH) })
    return commands.map(({ id }) => ({ id }))
  } finally {
    hub.kill('SIGTERM')
    await hub.exited
  }
}

function commandsFor(stationIds: readonly string[], count: number) {
  const rows = stationIds.length * CONNECTORS_EACH
  const now = Math.ceil(Date.now() / HOUR) * HOUR
  return Array.from({ length: count }, (_, index) => {
    const row = index % rows
    const turn = Math.floor(index / rows)
    const arrivesAt = now + turn * 6 * HOUR + (row % 4) * 15 * MINUTE
    return {
      kind: 'create',
      id: randomUUID(),
      plan: {
        stationId: stationIds[Math.floor(row / CONNECTORS_EACH)],
        connectorId: (row % CONNECTORS_EACH) + 1,
        arrivesAt,
        departsAt: arrivesAt + 5 * HOUR,
        plate: `BCH ${String(index % 1_000).padStart(3, '0')}`,
        need: { kind: 'energy', energyWh: 20_000 },
        flexibility: index % 3 === 0 ? 'flexible' : 'fixed',
        latestDepartsAt: index % 3 === 0 ? arrivesAt + 5 * HOUR + 30 * MINUTE : null,
      },
    }
  })
}
