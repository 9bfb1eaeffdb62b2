import { sql } from 'kysely'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { SearchHit } from '../../../shared/domain/search/search-hit.ts'
import type { Typed } from '../../../shared/domain/search/what-typed.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { plateColumn } from '../store/plate-column.ts'
import type { Reads } from '../store/reads.ts'
import { behindAll, hitOf, MOST_OF_A_KIND } from './hit.ts'

/** The vehicles whose plate begins so, each with its plate. */
export async function vehiclesOf({ query }: Reads, { plate }: Typed): Promise<Map<Id, string>> {
  if (plate === null) return new Map()
  const key = sql<string>`${sql.raw(plateColumn('plate'))}`
  const rows = await query
    .selectFrom('vehicle')
    .select(['id', 'plate'])
    .where('archivedAt', 'is', null)
    .where(key, '>=', plate)
    .where(key, '<', behindAll(plate))
    .limit(MOST_OF_A_KIND)
    .execute()
  return new Map(rows.map((row) => [row.id, row.plate]))
}

export function vehicleHits(vehicles: ReadonlyMap<Id, string>, { plate }: Typed): SearchHit[] {
  return [...vehicles].map(([id, written]) =>
    hitOf({
      ...{ kind: 'vehicle', id, field: 'plate', title: written, plate: written },
      isExact: plateKey(written) === plate,
    }),
  )
}

/** Customers by a part of their name; there are thousands at most, so they are looked through. */
export async function findCustomers({ query }: Reads, { name }: Typed): Promise<SearchHit[]> {
  if (name === null) return []
  const rows = await query
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('archivedAt', 'is', null)
    .execute()
  // Not by SQL, which knows of case in ASCII only.
  return rows
    .map((row) => ({ ...row, key: row.name.toLocaleLowerCase('sv') }))
    .filter(({ key }) => key.includes(name))
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, name: title, key }) =>
      hitOf({ kind: 'customer', id, field: 'customer', title, isExact: key === name }),
    )
}

/** Connectors as people call them: by their station's name, or its id at the charger, and their own number. */
export async function findConnectors({ query }: Reads, { name }: Typed): Promise<SearchHit[]> {
  if (name === null) return []
  const wanted = labelKey(name)
  if (wanted === '') return []
  const rows = await query
    .selectFrom('connector')
    .innerJoin('station', 'station.id', 'connector.stationId')
    .select([
      'connector.id',
      'connector.stationId',
      'connector.connectorId',
      'connector.status',
      'station.name',
      'station.chargePointId',
    ])
    .where('station.retiredAt', 'is', null)
    .where('connector.connectorId', '>', 0)
    .execute()
  return rows.flatMap(
    ({ id, stationId, connectorId, status: state, name: label, chargePointId }) => {
      const names = [label, chargePointId].map(labelKey)
      const wholes = names.flatMap((known) => [known, `${known}${connectorId}`])
      if (!wholes.some((known) => known.startsWith(wanted))) return []
      return hitOf({
        ...{
          kind: 'connector',
          id,
          field: 'connector',
          title: label,
          state,
          stationId,
          connectorId,
        },
        ...{ isExact: wholes.includes(wanted), isHere: true },
      })
    },
  )
}

/** A label as it is compared: `A1 · 2`, `a1/2` and `A1 2` are one. */
function labelKey(label: string): string {
  return label.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\d]/gu, '')
}
