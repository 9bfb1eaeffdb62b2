import { sql } from 'kysely'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { presentStates } from '../../../shared/domain/booking/states.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { SearchHit } from '../../../shared/domain/search/search-hit.ts'
import type { Typed } from '../../../shared/domain/search/what-typed.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { plateColumn } from '../store/plate-column.ts'
import type { Reads } from '../store/reads.ts'
import { behindAll, hitOf, MOST_OF_A_KIND } from './hit.ts'

type Found = Pick<
  Booking,
  'id' | 'plate' | 'vehicleId' | 'stationId' | 'connectorId' | 'state' | 'arrivesAt'
>

const COLUMNS = [
  'booking.id',
  'booking.plate',
  'booking.vehicleId',
  'booking.stationId',
  'booking.connectorId',
  'booking.state',
  'booking.arrivesAt',
] as const

/** Stays by the plate that was told, by their vehicle, by the driver's phone, by a session's number, by their own id. */
export async function findStays(
  reads: Reads,
  typed: Typed,
  vehicles: ReadonlyMap<Id, string>,
): Promise<SearchHit[]> {
  const { query } = reads
  const hits: SearchHit[] = []
  const add = (rows: readonly Found[], told: Pick<SearchHit, 'field' | 'isExact'>): void => {
    for (const row of rows) hits.push(stayHit(row, vehicles, told))
  }
  const { plate, phone, number, id } = typed
  if (plate !== null) {
    const key = sql<string>`${sql.raw(plateColumn('booking.plate'))}`
    const told = () =>
      query.selectFrom('booking').select(COLUMNS).where('booking.plate', '!=', sql.lit(''))
    const exact = await told()
      .where(key, '=', plate)
      .orderBy('booking.arrivesAt', 'desc')
      .limit(MOST_OF_A_KIND)
      .execute()
    add(exact, { field: 'plate', isExact: true })
    const begun = await told()
      .where(key, '>', plate)
      .where(key, '<', behindAll(plate))
      .limit(MOST_OF_A_KIND)
      .execute()
    add(begun, { field: 'plate', isExact: false })
    for (const [vehicleId, written] of vehicles) {
      const ofVehicle = await query
        .selectFrom('booking')
        .select(COLUMNS)
        .where('vehicleId', '=', vehicleId)
        .orderBy('departsAt', 'desc')
        .limit(MOST_OF_A_KIND)
        .execute()
      add(ofVehicle, { field: 'plate', isExact: plateKey(written) === plate })
    }
  }
  if (phone !== null) {
    const called = () =>
      query
        .selectFrom('walkUpPhone')
        .innerJoin('booking', 'booking.id', 'walkUpPhone.id')
        .select(COLUMNS)
        .limit(MOST_OF_A_KIND)
    const exact = await called()
      .where('phoneKey', '=', phone)
      .orderBy('walkUpPhone.id', 'desc')
      .execute()
    const begun = await called()
      .where('phoneKey', '>', phone)
      .where('phoneKey', '<', behindAll(phone))
      .orderBy('phoneKey')
      .execute()
    add([...exact, ...begun], { field: 'phone', isExact: phone.length >= 8 })
  }
  if (number !== null) {
    const charged = await query
      .selectFrom('transaction')
      .innerJoin('booking', 'booking.transactionId', 'transaction.id')
      .select(COLUMNS)
      .where('transaction.ocppTransactionId', '=', number)
      .execute()
    add(charged, { field: 'session', isExact: true })
  }
  if (id !== null) {
    const named = await query
      .selectFrom('booking')
      .select(COLUMNS)
      .where('booking.id', '>=', id)
      .where('booking.id', '<', behindAll(id))
      .limit(MOST_OF_A_KIND)
      .execute()
    add(named, { field: 'id', isExact: id.length === 36 })
  }
  return hits
}

/** Sessions by the number that the charger knows them by, or by the start of their id. */
export async function findSessions(reads: Reads, { number, id }: Typed): Promise<SearchHit[]> {
  const sessions = () =>
    reads.query
      .selectFrom('transaction')
      .select(['id', 'ocppTransactionId', 'stationId', 'connectorId', 'state', 'startedAt'])
  const numbered =
    number === null ? [] : await sessions().where('ocppTransactionId', '=', number).execute()
  const named =
    id === null
      ? []
      : await sessions()
          .where('id', '>=', id)
          .where('id', '<', behindAll(id))
          .limit(MOST_OF_A_KIND)
          .execute()
  const hits = (rows: typeof numbered, told: Pick<SearchHit, 'field' | 'isExact'>): SearchHit[] =>
    rows.map(({ ocppTransactionId, startedAt: at, ...row }) =>
      hitOf({
        ...{ kind: 'session', title: String(ocppTransactionId), at, ...row, ...told },
        isHere: row.state === 'active',
      }),
    )
  return [
    ...hits(numbered, { field: 'session', isExact: true }),
    ...hits(named, { field: 'id', isExact: id?.length === 36 }),
  ]
}

function stayHit(
  { id, plate, vehicleId, arrivesAt: at, ...row }: Found,
  vehicles: ReadonlyMap<Id, string>,
  told: Pick<SearchHit, 'field' | 'isExact'>,
): SearchHit {
  const written = (vehicleId === null ? undefined : vehicles.get(vehicleId)) ?? plate
  return hitOf({
    ...{ kind: 'stay', id, bookingId: id, title: written, plate: written, at, ...row, ...told },
    isHere: presentStates.has(row.state),
  })
}
