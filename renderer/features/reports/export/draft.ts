import type { ReportPeriod } from '../../../../shared/domain/report/period.ts'
import type { ReportKind } from '../../../../shared/domain/report/report-kind.ts'
import { filtersOf } from '../../../../shared/domain/report/spec.ts'
import type {
  ReportDialect,
  ReportFilter,
  ReportSpec,
} from '../../../../shared/domain/report/spec.ts'
import { choicesOf, chosenOf } from './column-list.ts'
import type { ColumnChoice } from './column-list.ts'

/** A report as it is being put together: as it is asked for, but for columns that are not taken and keep their place. */
export interface Draft extends Omit<ReportSpec, 'columns'> {
  readonly columns: readonly ColumnChoice[]
}

/** What one begins with: what was billed this month, every column. */
export function newDraft(dialect: ReportDialect): Draft {
  const month: ReportPeriod = { is: 'ago', unit: 'month', ago: 0 }
  return {
    ...{ kind: 'billing', period: month, filter: {}, columns: choicesOf('billing', []) },
    ...{ groupBy: 'period', co2Of: 'vehicle', dialect, withTotals: true },
  }
}

/** A report that was kept, to go on with. */
export function draftOf(spec: ReportSpec): Draft {
  return { ...spec, columns: choicesOf(spec.kind, spec.columns) }
}

/** What the hub is asked for. */
export function specOf({ columns, ...draft }: Draft): ReportSpec {
  return { ...draft, columns: chosenOf(draft.kind, columns) }
}

/** Another report over the same time, of the same customer and whatever else it can be narrowed down by. */
export function ofKind(draft: Draft, kind: ReportKind): Draft {
  const fits = new Set<string>(filtersOf[kind])
  const filter: ReportFilter = Object.fromEntries(
    Object.entries(draft.filter).filter(([key]) => fits.has(key)),
  )
  return { ...draft, kind, filter, columns: choicesOf(kind, []) }
}

/** Narrows a draft down by one thing more, or no longer by it. */
export function narrowed<Key extends keyof ReportFilter>(
  draft: Draft,
  key: Key,
  value: ReportFilter[Key] | null,
): Draft {
  const { [key]: _before, ...filter } = draft.filter
  const said = value === null || value === undefined || value === ''
  return { ...draft, filter: said ? filter : { ...filter, [key]: value } }
}

/** Whether two reports ask for the same. */
export function isSameSpec(one: ReportSpec, other: ReportSpec): boolean {
  return textOf(one) === textOf(other)
}

/** A report as a text that is the same for the same, whatever the order of what it is narrowed down by. */
export function textOf(spec: ReportSpec): string {
  const filter = Object.entries(spec.filter).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const columns = chosenOf(spec.kind, choicesOf(spec.kind, spec.columns))
  const { kind, period, groupBy, co2Of, dialect, withTotals } = spec
  const when = Object.entries(period).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const named = columns.map(({ key, name }) => [key, name ?? key])
  return JSON.stringify([kind, when, filter, named, groupBy, co2Of, dialect, withTotals])
}
