import { z } from 'zod'
import { plateKey } from '../../shared/domain/vehicle/plate-key.ts'
import { acMaxW } from './car-kind.ts'
import type { DemoToken } from './depot.ts'
import { FLEETS } from './fleet.ts'
import type { DemoVehicle } from './fleet.ts'
import { ask } from './hub-api.ts'
import type { HubAddress } from './hub-api.ts'

const row = z.object({ id: z.string() })
const customer = row.extend({ name: z.string() })
const vehicle = row.extend({ plate: z.string() })
const token = z.object({
  idToken: z.string(),
  status: z.string(),
  label: z.string(),
  parentIdToken: z.string().nullable(),
  expiresAt: z.int().nullable(),
  vehicleId: z.string().nullable(),
  customerId: z.string().nullable(),
})

/**
 * Makes the depot's fleets known to the hub: customers, their vehicles, and the cards, each linked to its vehicle.
 * What is there already stays as it is, archived or not, so that a second start changes nothing.
 * @throws when the hub refuses or can't be reached
 */
export async function seedFleet(
  hub: HubAddress,
  vehicles: readonly DemoVehicle[],
  tokens: readonly DemoToken[],
): Promise<void> {
  const customerIds = await seedCustomers(hub)
  const added = await seedVehicles(hub, vehicles, customerIds)
  const known = new Map(
    (await listed(hub, '/id-tokens?', token)).map((one) => [one.idToken.toUpperCase(), one]),
  )
  for (const { idTag, label, status } of tokens) {
    const vehicleId = added.get(idTag)
    const before = known.get(idTag.toUpperCase())
    if (before === undefined)
      await ask(hub, 'PUT', '/id-tokens', { idToken: idTag, label, status, vehicleId })
    // The card of a vehicle that is new too, in a folder from before there were vehicles.
    else if (vehicleId !== undefined && before.vehicleId === null)
      await ask(hub, 'PUT', '/id-tokens', { ...before, vehicleId })
  }
}

/** @returns the fleets' ids by their names */
async function seedCustomers(hub: HubAddress): Promise<Map<string, string>> {
  const known = await everyRow(hub, '/customers', customer)
  const ids = new Map(known.map(({ name, id }) => [name, id]))
  for (const fleet of FLEETS) {
    if (ids.has(fleet.name)) continue
    const made = row.parse(await ask(hub, 'POST', '/customers', { ...fleet, kind: 'fleet' }))
    ids.set(fleet.name, made.id)
  }
  return ids
}

/** @returns the ids of the vehicles that were added, by the cards that are to be theirs */
async function seedVehicles(
  hub: HubAddress,
  vehicles: readonly DemoVehicle[],
  customerIds: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const known = await everyRow(hub, '/vehicles', vehicle)
  const plates = new Set(known.map(({ plate }) => plateKey(plate)))
  const ids = new Map<string, string>()
  for (const { plate, name, fleet, car, departsAt, idTag } of vehicles) {
    if (plates.has(plateKey(plate))) continue
    const made = await ask(hub, 'POST', '/vehicles', {
      plate,
      name,
      customerId: customerIds.get(fleet),
      batteryWh: car.capacityWh,
      maxAcW: acMaxW(car),
      maxDcW: car.dcMaxW,
      acPhases: car.acPhases,
      resumes: car.staysPaused !== true,
      standards: ['IEC_62196_T2', 'IEC_62196_T2_COMBO'],
      departsAt,
    })
    ids.set(idTag, row.parse(made).id)
  }
  return ids
}

/** The rows of a list, those put aside too. */
async function everyRow<Row>(hub: HubAddress, path: string, shape: z.ZodType<Row>): Promise<Row[]> {
  return [
    ...(await listed(hub, `${path}?archived=false`, shape)),
    ...(await listed(hub, `${path}?archived=true`, shape)),
  ]
}

async function listed<Row>(hub: HubAddress, path: string, shape: z.ZodType<Row>): Promise<Row[]> {
  const page = z.object({ rows: z.array(shape), next: z.string().nullable() })
  const rows: Row[] = []
  for (let after: string | null = ''; after !== null;) {
    const place: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
    const found = page.parse(await ask(hub, 'GET', `${path}&limit=1000${place}`))
    rows.push(...found.rows)
    after = found.next
  }
  return rows
}
