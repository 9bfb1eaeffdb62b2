import type { Id } from '../../../../shared/domain/id/id.ts'
import type { StayFacts } from '../../../../shared/domain/report/rows/stay.ts'
import { plateKey } from '../../../../shared/domain/vehicle/plate-key.ts'
import type { Sqlite } from '../../store/sqlite.ts'

/** What a row says of its stay, as it stands in its tables. */
export interface StoredStay {
  readonly stationId: Id | null
  readonly connectorId: number | null
  readonly bookingId: Id | null
  readonly vehicleId: Id | null
  readonly customerId: Id | null
  readonly plate: string
  readonly idToken: string
}

/** What the rows of every report are told with, read once: all of it is small beside what is reported. */
export interface Around {
  readonly timeZone: string
  readonly site: string
  /** The site's, ISO 4217. */
  readonly currency: string
  stayOf(stored: StoredStay): StayFacts
  tariffOf(tariffVersionId: Id | null): string
  tillOf(tillId: Id | null): string
  shiftOf(shiftId: Id | null): number | null
}

interface Customer {
  readonly id: Id
  readonly name: string
  readonly reference: string
  readonly mergedInto: Id | null
}

interface Vehicle {
  readonly id: Id
  readonly plate: string
  readonly name: string
  readonly costCentre: string
  readonly customerId: Id | null
  readonly mergedInto: Id | null
  readonly archivedAt: number | null
}

interface Token {
  readonly idToken: string
  readonly label: string
  readonly vehicleId: Id | null
  readonly customerId: Id | null
}

/** Somebody's vehicle, with whose it is. */
interface Owned {
  readonly vehicle: Vehicle
  readonly customer: Customer | undefined
}

export function readAround(sqlite: Sqlite): Around {
  // The tables' own columns, as the migrations have them; in plain objects, which are quicker to read than the store's.
  const all = <Row>(sql: string): Row[] => sqlite.all(sql, []).map((row) => ({ ...row }) as Row)
  const byId = <Row extends { id: Id }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]))
  const [site] = all<{ name: string; timeZone: string; currency: string }>(
    'select name, timeZone, currency from site',
  )
  const stations = byId(
    all<{ id: Id; name: string; chargePointId: string }>(
      'select id, name, chargePointId from station',
    ),
  )
  const customers = byNow(all<Customer>('select id, name, reference, mergedInto from customer'))
  const customerOf = (id: Id | null) => (id === null ? undefined : customers.get(id))
  const vehicles = new Map<Id, Owned>()
  const byPlate = new Map<string, Owned>()
  for (const [id, vehicle] of byNow(
    all<Vehicle>(
      'select id, plate, name, customerId, costCentre, mergedInto, archivedAt from vehicle',
    ),
  )) {
    const owned = { vehicle, customer: customerOf(vehicle.customerId) }
    vehicles.set(id, owned)
    if (vehicle.archivedAt === null) byPlate.set(plateKey(vehicle.plate), owned)
  }
  const tariffs = new Map(
    all<{ id: Id; name: string }>(
      'select v.id, t.name from tariffVersion v join tariff t on t.id = v.tariffId',
    ).map(({ id, name }) => [id, name]),
  )
  const tills = byId(all<{ id: Id; name: string }>('select id, name from till'))
  const shifts = byId(all<{ id: Id; number: number }>('select id, number from shift'))
  const name = site?.name ?? ''
  const tokens = new Map<string, { readonly token: Token; readonly owned: Owned | undefined }>()
  for (const token of all<Token>('select idToken, label, vehicleId, customerId from idToken')) {
    const owned = token.vehicleId === null ? undefined : vehicles.get(token.vehicleId)
    tokens.set(token.idToken.toLowerCase(), { token, owned })
    tokens.set(token.idToken, { token, owned })
  }
  const ownedOf = ({ vehicleId, plate }: StoredStay, byToken: Owned | undefined) => {
    if (vehicleId !== null) return vehicles.get(vehicleId)
    if (byToken !== undefined) return byToken
    return plate === '' ? undefined : byPlate.get(plateKey(plate))
  }
  return {
    timeZone: site?.timeZone ?? 'UTC',
    site: name,
    currency: site?.currency ?? 'SEK',
    stayOf(stored) {
      const { stationId, connectorId, bookingId, customerId, idToken } = stored
      const station = stationId === null ? undefined : stations.get(stationId)
      // Mostly in the case in which it was put.
      const known =
        idToken === '' ? undefined : (tokens.get(idToken) ?? tokens.get(idToken.toLowerCase()))
      const owned = ownedOf(stored, known?.owned)
      const customer =
        customerId === null
          ? (owned?.customer ?? customerOf(known?.token.customerId ?? null))
          : customerOf(customerId)
      return {
        site: name,
        stationId,
        station: station?.name ?? '',
        chargePointId: station?.chargePointId ?? '',
        connectorId,
        bookingId,
        customerId: customer?.id ?? customerId,
        customer: customer?.name ?? '',
        customerReference: customer?.reference ?? '',
        vehicleId: owned?.vehicle.id ?? null,
        vehicle: owned?.vehicle.name ?? '',
        driver: known?.token.label ?? '',
        idToken,
        plate: stored.plate === '' ? (owned?.vehicle.plate ?? '') : stored.plate,
        costCentre: owned?.vehicle.costCentre ?? '',
      }
    },
    tariffOf: (id) => (id === null ? '' : (tariffs.get(id) ?? '')),
    tillOf: (id) => (id === null ? '' : (tills.get(id)?.name ?? '')),
    shiftOf: (id) => (id === null ? null : (shifts.get(id)?.number ?? null)),
  }
}

/** Each under its id as it is by now: what turned out to be another is that one. */
function byNow<Row extends { readonly id: Id; readonly mergedInto: Id | null }>(
  stored: readonly Row[],
): Map<Id, Row> {
  const rows = new Map(stored.map((row) => [row.id, row]))
  return new Map(
    [...rows].map(([id, own]) => {
      let row = own
      for (let steps = 0; row.mergedInto !== null && steps < 10; steps += 1)
        row = rows.get(row.mergedInto) ?? row
      return [id, row]
    }),
  )
}
