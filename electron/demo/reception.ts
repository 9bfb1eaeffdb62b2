import { z } from 'zod'
import { plateKey } from '../../shared/domain/vehicle/plate-key.ts'
import { ask, type HubAddress } from './hub-api.ts'
import { chance, type Random } from './random.ts'
import type { SimulationClock } from './simulation-clock.ts'
import type { Station } from './station.ts'
import type { Visit } from './visit.ts'

/** How many of the drivers book before they come; the others just turn up. */
const BOOKING_SHARE = 0.75
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** A battery gains less than the meter counts. */
const EFFICIENCY = 0.9

const stationPage = z.object({
  rows: z.array(z.object({ id: z.string(), chargePointId: z.string() })),
})
const vehiclePage = z.object({ rows: z.array(z.object({ id: z.string(), plate: z.string() })) })
const bookingPage = z.object({ rows: z.array(z.unknown()) })

/** What the hub knows of the depot, by what the depot calls it. */
export interface Registry {
  readonly stationIds: ReadonlyMap<string, string>
  readonly vehicleIds: ReadonlyMap<string, string>
}

/** A booking as the hub takes it. */
export interface WishedBooking {
  readonly stationId: string
  readonly connectorId: number
  readonly vehicleId: string
  readonly arrivesAt: number
  readonly departsAt: number
  readonly need: { kind: 'energy'; energyWh: number } | null
}

/** Asks the hub for the ids of the depot's stations and vehicles. */
export async function readRegistry(hub: HubAddress): Promise<Registry> {
  const stations = stationPage.parse(await ask(hub, 'GET', '/stations?limit=1000'))
  const vehicles = vehiclePage.parse(await ask(hub, 'GET', '/vehicles?limit=1000'))
  return {
    stationIds: new Map(stations.rows.map(({ chargePointId, id }) => [chargePointId, id])),
    vehicleIds: new Map(vehicles.rows.map(({ plate, id }) => [plateKey(plate), id])),
  }
}

/**
 * The booking a driver makes for a visit; null for one who turns up without. Times are the wall's: on a clock that
 * runs faster a stay is shorter, and then nothing is asked of the energy, which real power could not bring in time.
 */
export function bookingFor(
  visit: Visit,
  place: { chargePointId: string; connectorId: number },
  { stationIds, vehicleIds }: Registry,
  clock: SimulationClock,
  realNow: number,
): WishedBooking | null {
  const stationId = stationIds.get(place.chargePointId)
  const vehicleId = vehicleIds.get(plateKey(visit.car.plate))
  if (stationId === undefined || vehicleId === undefined || visit.starts === 'waits') return null
  const realAt = (simulated: number): number =>
    Math.round(realNow + (simulated - clock.at(realNow)) / clock.speed)
  const arrivesAt = realAt(visit.arrivesAt)
  if (arrivesAt < realNow) return null
  const departsAt = Math.max(realAt(visit.leavesAt), arrivesAt + MINUTE_MS)
  const { storedWh, targetWh } = visit.car
  const energyWh = Math.round(Math.max(0, targetWh - storedWh) / EFFICIENCY)
  const need = clock.speed === 1 && energyWh > 0 ? ({ kind: 'energy', energyWh } as const) : null
  return { stationId, connectorId: place.connectorId, vehicleId, arrivesAt, departsAt, need }
}

/**
 * Books for the cars that are on their way, as drivers do by phone: each visit once, when it is first known. What the
 * hub refuses comes without a booking, or for as much as there is time for.
 */
export function reception(
  hub: HubAddress,
  registry: Registry,
  clock: SimulationClock,
  random: Random,
): (stations: readonly Station[], realNow: number) => Promise<void> {
  const seen = new WeakSet<Visit>()
  return async (stations, realNow) => {
    for (const { spec, connectors } of stations)
      for (const { id: connectorId, next } of connectors) {
        if (seen.has(next)) continue
        seen.add(next)
        if (!chance(random, BOOKING_SHARE)) continue
        const place = { chargePointId: spec.chargePointId, connectorId }
        const wish = bookingFor(next, place, registry, clock, realNow)
        if (wish === null) continue
        await book(hub, wish).catch(() => book(hub, { ...wish, need: null }).catch(() => undefined))
      }
  }
}

function book(hub: HubAddress, wish: WishedBooking): Promise<unknown> {
  return ask(hub, 'POST', '/bookings', wish)
}

/** On a depot nobody has booked on yet: two who ask for tomorrow and have no connector. */
export async function leaveRequests(hub: HubAddress, realNow: number): Promise<void> {
  const { rows } = bookingPage.parse(await ask(hub, 'GET', '/bookings?limit=1'))
  if (rows.length > 0) return
  const tomorrow = Math.ceil(realNow / DAY_MS) * DAY_MS
  for (const [index, plate] of ['KLM 204', 'PRS 771'].entries()) {
    const arrivesAt = tomorrow + (7 + 2 * index) * 60 * MINUTE_MS
    await ask(hub, 'POST', '/bookings', {
      plate,
      arrivesAt,
      departsAt: arrivesAt + 150 * MINUTE_MS,
      need: { kind: 'energy', energyWh: 18_000 + index * 6_000 },
      requested: true,
    })
  }
}
