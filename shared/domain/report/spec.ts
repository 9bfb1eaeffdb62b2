import { z } from 'zod'
import { id } from '../id/id.ts'
import { paymentMeans } from '../payment/payment.ts'
import type { Column } from './column.ts'
import { columnsOf } from './columns.ts'
import { periodUnit, reportPeriod } from './period.ts'
import { reportKind, type ReportKind } from './report-kind.ts'

/**
 * How the file is written: `excel-sv` as a Swedish spreadsheet reads it (UTF-8 with a mark, `;`, decimal comma, an
 * instant as the clock showed it with its offset in a column of its own); `rfc4180` as programs read it (UTF-8, `,`,
 * decimal point, instants as ISO 8601 with their offset). Rows end in CR LF in both.
 */
export const reportDialect = z.enum(['excel-sv', 'rfc4180'])
export type ReportDialect = z.infer<typeof reportDialect>

/** Only rows of which all of this holds. */
export const reportFilter = z.strictObject({
  customerId: id.optional(),
  costCentre: z.string().trim().max(40).optional(),
  stationId: id.optional(),
  vehicleId: id.optional(),
  means: paymentMeans.optional(),
  attendant: z.string().max(80).optional(),
  shiftId: id.optional(),
})
export type ReportFilter = z.infer<typeof reportFilter>

const stay = ['customerId', 'costCentre', 'stationId', 'vehicleId'] as const
const money = [...stay, 'means', 'attendant', 'shiftId'] as const

/** What each kind can be narrowed down by. */
export const filtersOf: Readonly<Record<ReportKind, readonly (keyof ReportFilter)[]>> = {
  billing: stay,
  sessions: stay,
  payments: money,
  refunds: money,
  vat: stay,
  payouts: [],
  utilisation: ['stationId'],
  energyPerVehicle: stay,
  co2: stay,
}

/** A column that is asked for, under another name where one is given. */
export const chosenColumn = z.strictObject({
  key: z.string().max(60),
  name: z.string().trim().min(1).max(120).optional(),
})
export type ChosenColumn = z.infer<typeof chosenColumn>

/** What is asked for; checked as a whole by `specFault`. */
const specShape = z.strictObject({
  kind: reportKind,
  period: reportPeriod,
  filter: reportFilter.default({}),
  columns: z
    .array(chosenColumn)
    .max(100)
    .default([])
    .describe('In order; none: all that the kind has'),
  groupBy: z
    .enum(['period', ...periodUnit.options])
    .default('period')
    .describe(
      'Kinds that sum up (vat, energyPerVehicle, co2): over the whole time, or by the unit',
    ),
  co2Of: z.enum(['vehicle', 'customer', 'station']).default('vehicle').describe('Kind co2 alone'),
  dialect: reportDialect.default('excel-sv'),
  withTotals: z.boolean().default(true).describe('Whether the last row is the sum of the others'),
})

/** What a report is to tell, of when and whom, and how it is written. */
export const reportSpec = specShape.superRefine((spec, context) => {
  const fault = specFault(spec)
  if (fault !== null) context.addIssue({ code: 'custom', ...fault })
})
export type ReportSpec = z.infer<typeof reportSpec>

function specFault({
  kind,
  filter,
  columns,
}: z.infer<typeof specShape>): { path: string[]; message: string } | null {
  const known = new Set(columnsOf(kind).map(({ key }) => key))
  const strange = columns.find(({ key }) => !known.has(key))
  if (strange !== undefined)
    return { path: ['columns'], message: `There is no column ${strange.key} in ${kind}.` }
  const names = columns.map(({ key, name = key }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    return { path: ['columns'], message: `Two columns are called ${twice}; give one another name.` }
  const unfit = Object.keys(filter).find((key) => !filtersOf[kind].some((fits) => fits === key))
  if (unfit !== undefined)
    return { path: ['filter', unfit], message: `${kind} can't be narrowed down by ${unfit}.` }
  return null
}

/** A column as it stands in the file: which it is, and what is written above it. */
export interface HeadedColumn extends Column {
  readonly name: string
}

/** The columns that are asked for, in order. */
export function chosenColumns({
  kind,
  columns,
}: Pick<ReportSpec, 'kind' | 'columns'>): HeadedColumn[] {
  const all = columnsOf(kind)
  if (columns.length === 0) return all.map((column) => ({ ...column, name: column.key }))
  return columns.flatMap(({ key, name = key }) => {
    const column = all.find((one) => one.key === key)
    return column === undefined ? [] : [{ ...column, name }]
  })
}
