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

interface Vehicle {
  id: Id
  plate: string
  name: string
  customerId: Id | null
  costCentre: string
  mergedInto: Id | null
  archivedAt: number | null
}

interface Token {
  idToken: string
  label: string
  vehicleId: Id | null
  customerId: Id | null
}

export function readAround(sqlite: Sqlite): Around {
  // The tables' own columns, as the migrations have them.
  const all = <Row>(sql: string): Row[] => sqlite.all(sql, []) as Row[]
  const byId = <Row extends { id: Id }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]))
  const [site] = all<{ name: string; timeZone: string; currency: string }>(
    'select name, timeZone, currency from site',
  )
  const stations = byId(
    all<{ id: Id; name: string; chargePointId: string }>(
      'select id, name, chargePointId from station',
    ),
  )
  const customers = byId(
    all<{ id: Id; name: string; reference: string; mergedInto: Id | null }>(
      'select id, name, reference, mergedInto from customer',
    ),
  )
  const vehicles = byId(
    all<Vehicle>(
      'select id, plate, name, customerId, costCentre, mergedInto, archivedAt from vehicle',
    ),
  )
  const byPlate = new Map<string, Vehicle>()
  for (const vehicle of vehicles.values())
    if (vehicle.archivedAt === null) byPlate.set(plateKey(vehicle.plate), vehicle)
  const tokens = new Map(
    all<Token>('select idToken, label, vehicleId, customerId from idToken').map((token) => [
      token.idToken.toLowerCase(),
      token,
    ]),
  )
  const tariffs = new Map(
    all<{ id: Id; name: string }>(
      'select v.id, t.name from tariffVersion v join tariff t on t.id = v.tariffId',
    ).map(({ id, name }) => [id, name]),
  )
  const tills = byId(all<{ id: Id; name: string }>('select id, name from till'))
  const shifts = byId(all<{ id: Id; number: number }>('select id, number from shift'))
  const vehicleOf = ({ vehicleId, plate }: StoredStay, token?: Token): Vehicle | undefined => {
    const id = vehicleId ?? token?.vehicleId ?? null
    if (id !== null) return now(vehicles, id)
    return plate === '' ? undefined : byPlate.get(plateKey(plate))
  }
  return {
    timeZone: site?.timeZone ?? 'UTC',
    site: site?.name ?? '',
    currency: site?.currency ?? 'SEK',
    stayOf(stored) {
      const { stationId, connectorId, bookingId, idToken } = stored
      const station = stationId === null ? undefined : stations.get(stationId)
      const token = idToken === '' ? undefined : tokens.get(idToken.toLowerCase())
      const vehicle = vehicleOf(stored, token)
      const whose = stored.customerId ?? vehicle?.customerId ?? token?.customerId ?? null
      const customer = whose === null ? undefined : now(customers, whose)
      return {
        site: site?.name ?? '',
        ...{ stationId, station: station?.name ?? '' },
        chargePointId: station?.chargePointId ?? '',
        ...{ connectorId, bookingId },
        ...{ customerId: customer?.id ?? whose, customer: customer?.name ?? '' },
        customerReference: customer?.reference ?? '',
        ...{ vehicleId: vehicle?.id ?? null, vehicle: vehicle?.name ?? '' },
        ...{ driver: token?.label ?? '', idToken },
        plate: stored.plate === '' ? (vehicle?.plate ?? '') : stored.plate,
        costCentre: vehicle?.costCentre ?? '',
      }
    },
    tariffOf: (id) => (id === null ? '' : (tariffs.get(id) ?? '')),
    tillOf: (id) => (id === null ? '' : (tills.get(id)?.name ?? '')),
    shiftOf: (id) => (id === null ? null : (shifts.get(id)?.number ?? null)),
  }
}

/** What it is called by now: what turned out to be another is that one. */
function now<Row extends { readonly mergedInto: Id | null }>(
  rows: ReadonlyMap<Id, Row>,
  id: Id,
): Row | undefined {
  let row = rows.get(id)
  for (let steps = 0; row !== undefined && row.mergedInto !== null && steps < 10; steps += 1)
    row = rows.get(row.mergedInto) ?? row
  return row
}
