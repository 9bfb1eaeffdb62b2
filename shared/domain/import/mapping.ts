import { z } from 'zod'
import type { Fields } from './field.ts'
import type { Unit } from './number.ts'
import type { Table } from './table.ts'

/** Which column holds which field: the heading, as the file has it, by field. A field left out is not read. */
export const columnMapping = z.record(z.string(), z.string())
export type ColumnMapping = z.infer<typeof columnMapping>

const UNIT = /(?<![\p{L}\p{N}])(kWh|Wh|kW|W)(?![\p{L}\p{N}])/iu

/** A heading as it is compared: without case, spaces, marks and the unit in it. */
export function headingKey(heading: string): string {
  return heading
    .replace(UNIT, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** The unit that a heading names, such as `Battery (kWh)`; null when none. */
export function unitOf(heading: string): Unit | null {
  const unit = UNIT.exec(heading)?.[1]?.toLowerCase()
  if (unit === undefined) return null
  const units: readonly Unit[] = ['W', 'kW', 'Wh', 'kWh']
  return units.find((one) => one.toLowerCase() === unit) ?? null
}

/** The columns that look like the fields, each taken by one field only. */
export function guessMapping(fields: Fields, header: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {}
  const taken = new Set<string>()
  for (const [name, { headings }] of Object.entries(fields)) {
    const keys = new Set([headingKey(name), ...headings.map(headingKey)])
    const found = header.find((heading) => !taken.has(heading) && keys.has(headingKey(heading)))
    if (found === undefined || found === '') continue
    taken.add(found)
    mapping[name] = found
  }
  return mapping
}

/** The fields every row has to tell of which no column is known. */
export function unmappedFields(
  fields: Fields,
  mapping: ColumnMapping,
  { header }: Pick<Table, 'header'>,
): string[] {
  return Object.entries(fields)
    .filter(([name, { required }]) => required && !header.includes(mapping[name] ?? ''))
    .map(([name]) => name)
}
