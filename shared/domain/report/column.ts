import { z } from 'zod'

/**
 * What a column's values are: `text` words that somebody chose; `code` an id of the program's own or one of its words, such
 * as `reader`, which are written as they are; `integer` a whole number; `money` minor units of the row's currency; `energy`
 * Wh, written in kWh; `power` W, written in kW; `instant` epoch ms; `day` a day by the site's clock; `duration` whole
 * seconds; `percent` a number of percent; `currency` an ISO 4217 code.
 */
export const columnKind = z.enum([
  'text',
  'code',
  'integer',
  'money',
  'energy',
  'power',
  'instant',
  'day',
  'duration',
  'percent',
  'currency',
])
export type ColumnKind = z.infer<typeof columnKind>

/** A column that a report has. Its key is its name until another is given. */
export const column = z.object({
  key: z.string(),
  kind: columnKind,
  isSummed: z.boolean().describe('Whether a total of it tells something'),
})
export type Column = z.infer<typeof column>

/** One value of a row: words, a day as yyyy-mm-dd, or a number in its column's unit; null where there is none. */
export type Value = string | number | null

/** A row: a value for each of its columns, and the currency that its money is in. */
export interface ReportRow {
  readonly currency: string | null
  readonly values: readonly Value[]
}

/** How the values of a kind's columns follow from what is known of a row, by key. */
export type Cells<Facts> = Readonly<Record<string, (facts: Facts) => Value>>
