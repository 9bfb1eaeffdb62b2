import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { needsHand } from './readiness-row.ts'
import type { ReadinessRow } from './readiness-row.ts'

/** What the board is narrowed to; null and empty narrow nothing. */
export interface ReadinessFilter {
  readonly search: string
  readonly zone: string | null
  readonly customer: string | null
  readonly trouble: boolean
}

export const everyCar: ReadinessFilter = { search: '', zone: null, customer: null, trouble: false }

/** The rows that pass; a plate is found however it is written. */
export function filterReadiness(
  rows: readonly ReadinessRow[],
  { search, zone, customer, trouble }: ReadinessFilter,
): ReadinessRow[] {
  const wanted = search.trim().toLocaleLowerCase()
  const key = plateKey(search)
  return rows.filter((row) => {
    if (zone !== null && row.zone !== zone) return false
    if (customer !== null && row.customer !== customer) return false
    if (trouble && !needsHand(row)) return false
    if (wanted === '') return true
    if (key !== '' && plateKey(row.plate).includes(key)) return true
    return [row.plate, row.vehicle, row.customer, row.station].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    )
  })
}

/** The values that occur in a column of the rows, in reading order, the empty one left out. */
export function valuesOf(
  rows: readonly ReadinessRow[],
  column: 'zone' | 'customer',
  language: string,
): string[] {
  const collator = new Intl.Collator(language, { numeric: true })
  const values = new Set(rows.map((row) => row[column]))
  values.delete('')
  return [...values].toSorted((a, b) => collator.compare(a, b))
}
