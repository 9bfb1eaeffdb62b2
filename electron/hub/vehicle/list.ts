import { sql } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { containing, type Page, pageOf, readTextCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface VehicleFilter {
  customerId?: Id | undefined
  search?: string | undefined
  archived: boolean
  after?: string | undefined
  limit: number
}

const plate = sql<string>`plate collate nocase`
const bareKey = sql`replace(replace(replace(replace(plate, ' ', ''), '-', ''), '.', ''), '·', '')`

/** Vehicles that fit the filter, by plate. */
export async function listVehicles(reads: Reads, filter: VehicleFilter): Promise<Page<Vehicle>> {
  const { customerId, search, archived, limit } = filter
  let query = reads.query
    .selectFrom('vehicle')
    .selectAll()
    .where('archivedAt', archived ? 'is not' : 'is', null)
    .orderBy(plate)
    .orderBy('id')
    .limit(limit + 1)
  if (customerId) query = query.where('customerId', '=', customerId)
  if (search) {
    const pattern = containing(search)
    const key = plateKey(search)
    query = query.where((is) =>
      is.or([
        is('plate', 'like', pattern),
        is('name', 'like', pattern),
        is('costCentre', 'like', pattern),
        // However its plate is written.
        ...(key === '' ? [] : [sql<boolean>`${bareKey} like ${containing(key)}`]),
      ]),
    )
  }
  const place = readTextCursor(filter.after)
  if (place)
    query = query.where((is) =>
      is.or([
        sql<boolean>`${plate} > ${place.text}`,
        is.and([sql<boolean>`${plate} = ${place.text}`, is('id', '>', place.id)]),
      ]),
    )
  const rows = (await query.execute()).map((row) => decodeRow('vehicle', row))
  return pageOf(rows, limit, (row) => `${row.plate}~${row.id}`)
}
