import type { ReportKind } from './report-kind.ts'
import { filtersOf, reportSpec, type ReportSpec } from './spec.ts'

/** The words of a web address that say what report is wanted, by name. */
export type ReportQuery = Readonly<Record<string, string>>

export type QueriedSpec =
  | { readonly kind: 'spec'; readonly spec: ReportSpec }
  | { readonly kind: 'fault'; readonly message: string }

const period = ['firstDay', 'lastDay', 'unit', 'day', 'ago', 'fromAt', 'untilAt'] as const
const others = ['columns', 'groupBy', 'co2Of', 'dialect', 'withTotals'] as const

/**
 * What a web address asks for: `firstDay` and `lastDay`, or a `unit` with a `day` in it or how many `ago`, or `fromAt`
 * and `untilAt`; what it is narrowed down by; `columns` as `key,key:Name`; dialect and totals. Plain RFC 4180 without
 * totals where nothing is said, since programs read it.
 */
export function specOfQuery(kind: ReportKind, query: ReportQuery): QueriedSpec {
  const known = new Set<string>([...period, ...others, ...filtersOf[kind]])
  const strange = Object.keys(query).find((name) => !known.has(name))
  if (strange !== undefined) return fault(`${strange}: ${kind} can't be asked for by that.`)
  const withTotals = query['withTotals'] ?? 'false'
  if (withTotals !== 'true' && withTotals !== 'false')
    return fault('withTotals: Say true or false.')
  const filter = filtersOf[kind].flatMap((name) => {
    const value = query[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const read = reportSpec.safeParse({
    kind,
    period: periodOf(query),
    filter: Object.fromEntries(filter),
    columns: columnsOfQuery(query['columns']),
    ...told('groupBy', query),
    ...told('co2Of', query),
    dialect: query['dialect'] ?? 'rfc4180',
    withTotals: withTotals === 'true',
  })
  if (read.success) return { kind: 'spec', spec: read.data }
  const [issue] = read.error.issues
  const place = (issue?.path ?? []).filter((step) => step !== 'period' && step !== 'filter')
  const words = issue?.message ?? 'The report can’t be made.'
  return fault(place.length === 0 ? words : `${place.join('.')}: ${words}`)
}

function periodOf(query: ReportQuery): unknown {
  const { firstDay, lastDay, unit, day, ago, fromAt, untilAt } = query
  if (unit !== undefined)
    return day === undefined ? { is: 'ago', unit, ago: ago ?? '0' } : { is: 'calendar', unit, day }
  if (fromAt !== undefined || untilAt !== undefined)
    return { is: 'instants', fromAt: numberOf(fromAt), untilAt: numberOf(untilAt) }
  return { is: 'days', firstDay, lastDay: lastDay ?? firstDay }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text)
}

function columnsOfQuery(text: string | undefined): { key: string; name?: string }[] {
  if (text === undefined || text === '') return []
  return text.split(',').map((one) => {
    const [key = '', ...name] = one.split(':')
    return name.length === 0 ? { key } : { key, name: name.join(':') }
  })
}

function told(name: 'groupBy' | 'co2Of', query: ReportQuery): Record<string, string> {
  const value = query[name]
  return value === undefined ? {} : { [name]: value }
}

const fault = (message: string): QueriedSpec => ({ kind: 'fault', message })
