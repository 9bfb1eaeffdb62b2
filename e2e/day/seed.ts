import { z } from 'zod'
import { equipmentOf } from '../../electron/demo/seed-equipment.ts'
import type { Rest } from '../fixtures/hub-process.ts'
import type { Day, DayCar } from './scenario.ts'
import { needOf, vehicleOf } from './told.ts'

const row = z.object({ id: z.string() })
const created = z.object({
  created: z.array(z.object({ id: z.string(), chargePointId: z.string() })),
})

/** A no-show is called only when a car that is an hour late would have come. */
const GRACE_MIN = 75

/** Tells the hub of the site, its feeders, its stations and what hangs on them. @returns the stations' ids in order */
export async function seedSite(rest: Rest, day: Day, controlsChargers: boolean): Promise<string[]> {
  await rest('PATCH', '/site', {
    gridLimitW: day.gridLimitW,
    gridLimitDa: day.gridLimitDa,
    baseLoad: { kind: 'constant', powerW: day.baseW },
    controlsChargers,
    graceMin: GRACE_MIN,
    turnaroundMin: 0,
  })
  const feederIds: string[] = []
  for (const { name, limitW } of day.feeders) {
    const words = { name, parentId: null, limitW, limitDa: null }
    feederIds.push(row.parse(await rest('POST', '/feeders', words)).id)
  }
  const stations = day.stations.map(({ chargePointId, password, feeder, rotation }) => ({
    chargePointId,
    password,
    feederId: feederIds[feeder],
    phaseRotation: rotation,
  }))
  const made = created.parse(await rest('POST', '/stations/import', { stations })).created
  const idOf = new Map(made.map(({ id, chargePointId }) => [chargePointId, id]))
  const ids = day.stations.map(({ chargePointId }) => idOf.get(chargePointId) ?? '')
  for (const [index, { outlet }] of day.stations.entries()) {
    const path = `/stations/${ids[index]}/connectors/1/equipment`
    await rest('PUT', path, equipmentOf(outlet))
  }
  return ids
}

/** Books every car ahead. @returns the bookings' ids by car; a car without one was refused */
export async function bookAhead(
  rest: Rest,
  day: Day,
  stationIds: readonly string[],
): Promise<Map<DayCar, string>> {
  const booked = new Map<DayCar, string>()
  for (const car of day.cars) {
    const vehicleId = row.parse(await rest('POST', '/vehicles', vehicleOf(car))).id
    await rest('PUT', '/id-tokens', { idToken: car.idTag, vehicleId })
    try {
      const booking = await rest('POST', '/bookings', {
        stationId: stationIds[car.station],
        connectorId: 1,
        arrivesAt: car.arrivesAt,
        departsAt: car.departsAt,
        need: needOf(car),
        vehicleId,
        idToken: car.idTag,
      })
      booked.set(car, row.parse(booking).id)
    } catch (error) {
      // 409: it can't be promised. Whoever is refused doesn't come.
      if (!String(error).includes(': 409 ')) throw error
    }
  }
  return booked
}
