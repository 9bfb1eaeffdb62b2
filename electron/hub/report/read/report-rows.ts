import type { Cells, ReportRow } from '../../../../shared/domain/report/column.ts'
import { rowMaker } from '../../../../shared/domain/report/compile-row.ts'
import { type Stretch, stretchOf } from '../../../../shared/domain/report/period.ts'
import { cellsOf } from '../../../../shared/domain/report/rows/cells.ts'
import { co2Grouping, vehicleEnergyGrouping } from '../../../../shared/domain/report/rows/energy.ts'
import { groups, type Grouping } from '../../../../shared/domain/report/rows/grouped.ts'
import { vatGrouping } from '../../../../shared/domain/report/rows/vat.ts'
import {
  chosenColumns,
  type HeadedColumn,
  type ReportSpec,
} from '../../../../shared/domain/report/spec.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Sqlite } from '../../store/sqlite.ts'
import { type Around, readAround } from './around.ts'
import { billingSource } from './billing.ts'
import { cursorOf, type FactSource, keyOf, type RowKey } from './keyed.ts'
import { movementSource } from './payments.ts'
import { payoutSource } from './payouts.ts'
import { sessionSource } from './sessions.ts'
import { utilisationSource } from './utilisation.ts'

/** Some rows of a report, in order. */
export interface RowSlice {
  readonly rows: readonly ReportRow[]
  /** The cursor behind one of them. */
  readonly cursorAt: (index: number) => string
  /** How many things were looked at for them. */
  readonly scanned: number
  readonly isLast: boolean
}

/** A report, ready to be read. */
export interface ReportRows {
  readonly columns: readonly HeadedColumn[]
  readonly stretch: Stretch
  readonly timeZone: string
  /** Slice by slice, each read when it is asked for; what is read between two has its turn. */
  slices(after: string | undefined, limit: number): Iterable<RowSlice>
  /** About how many things are looked at in all. */
  count(): number
}

/** Puts a report together: what it is made of, and how that becomes rows. */
export function reportRows(sqlite: Sqlite, spec: ReportSpec, now: Instant): ReportRows {
  const around = readAround(sqlite)
  const { timeZone } = around
  const stretch = stretchOf(spec.period, { timeZone, now })
  const columns = chosenColumns(spec)
  return {
    columns,
    stretch,
    timeZone,
    ...readingOf(sqlite, around, { ...spec, columns, stretch, now }),
  }
}

type Reading = Pick<ReportRows, 'slices' | 'count'>
type Ready = Omit<ReportSpec, 'columns'> & {
  readonly columns: readonly HeadedColumn[]
  readonly stretch: Stretch
  readonly now: Instant
}

function readingOf(sqlite: Sqlite, around: Around, ready: Ready): Reading {
  const { kind, filter, columns, stretch, now } = ready
  const keyed = <Facts>(
    source: FactSource<Facts>,
    cells: Cells<Facts>,
    currencyOf: (facts: Facts) => string | null,
    idIs: 'number' | 'text' = 'number',
  ): Reading => ({
    slices: (after, limit) =>
      keyedSlices(source, rowMaker(columns, cells, currencyOf), keyOf(after, idIs), limit),
    count: source.count,
  })
  const grouped = <Facts, Sum>(
    source: FactSource<Facts>,
    grouping: Grouping<Facts, Sum>,
    cells: Cells<Sum>,
    currencyOf: (sum: Sum) => string | null,
  ): Reading => ({
    slices: (after, limit) => {
      const summed = groups(grouping, stretch, ready.groupBy, around.timeZone)
      return groupedSlices(source, summed, rowMaker(columns, cells, currencyOf), after, limit)
    },
    count: source.count,
  })
  const sessions = () => sessionSource(sqlite, around, stretch, filter)
  switch (kind) {
    case 'billing': {
      const wants = { periods: has(columns, 'charging_s', 'parking_s'), paid: true }
      const source = billingSource(sqlite, around, stretch, filter, wants)
      return keyed(source, cellsOf.billing, ({ currency }) => currency)
    }
    case 'sessions':
      // One that costs nothing counts among those that do, or sums of energy would be told in two rows.
      return keyed(sessions(), cellsOf.sessions, ({ currency }) => currency ?? around.currency)
    case 'payments':
    case 'refunds': {
      const which = kind === 'payments' ? 'all' : 'refunds'
      const source = movementSource(sqlite, around, stretch, filter, which)
      return keyed(source, cellsOf.payments, ({ payment }) => payment.currency)
    }
    case 'payouts':
      return keyed(
        payoutSource(sqlite, stretch),
        cellsOf.payouts,
        ({ payout }) => payout.currency,
        'text',
      )
    case 'utilisation': {
      const { stationId } = filter
      const source = utilisationSource(sqlite, around, stretch, { stationId, now })
      return keyed(source, cellsOf.utilisation, () => null)
    }
    case 'vat': {
      const wants = { periods: false, paid: false }
      const source = billingSource(sqlite, around, stretch, filter, wants)
      return grouped(source, vatGrouping, cellsOf.vat, ({ currency }) => currency)
    }
    case 'energyPerVehicle':
      return grouped(sessions(), vehicleEnergyGrouping, cellsOf.energyPerVehicle, () => null)
    case 'co2':
      return grouped(
        sessions(),
        co2Grouping(ready.co2Of, co2FactorOf(sqlite)),
        cellsOf.co2,
        () => null,
      )
  }
}

function* keyedSlices<Facts>(
  source: FactSource<Facts>,
  toRow: (facts: Facts) => ReportRow,
  after: RowKey | null,
  limit: number,
): Generator<RowSlice, void, void> {
  for (let from = after; ;) {
    const { facts, keys, last, scanned } = source.slice(from, limit)
    yield {
      rows: facts.map(toRow),
      cursorAt: (index) => cursorOf(keys[index] ?? { at: 0, id: 0 }),
      scanned,
      isLast: last === null,
    }
    if (last === null) return
    from = last
  }
}

/** Sums are known when all is read; until then there are slices without a row, so that others get their turn. */
function* groupedSlices<Facts, Sum>(
  source: FactSource<Facts>,
  summed: { add(facts: Facts): void; sums(): Sum[] },
  toRow: (sum: Sum) => ReportRow,
  after: string | undefined,
  limit: number,
): Generator<RowSlice, void, void> {
  const cursorAt = (index: number) => cursorOf({ at: index, id: 0 })
  for (let from: RowKey | null = null; ;) {
    const { facts, last, scanned }: ReturnType<typeof source.slice> = source.slice(
      from,
      Math.max(limit, READ_AT_ONCE),
    )
    for (const one of facts) summed.add(one)
    yield { rows: [], cursorAt, scanned, isLast: false }
    if (last === null) break
    from = last
  }
  const rows = summed.sums().map(toRow)
  const first = (keyOf(after, 'number')?.at ?? -1) + 1
  for (let at = first; at === first || at < rows.length; at += limit) {
    const start = at
    const isLast = at + limit >= rows.length
    yield {
      rows: rows.slice(at, at + limit),
      cursorAt: (index) => cursorAt(start + index),
      scanned: 0,
      isLast,
    }
  }
}

const READ_AT_ONCE = 1_000

function has(columns: readonly HeadedColumn[], ...keys: readonly string[]): boolean {
  return columns.some(({ key }) => keys.includes(key))
}

function co2FactorOf(sqlite: Sqlite): number {
  return Number(sqlite.all('select co2GPerKwh from reportTerms', [])[0]?.['co2GPerKwh'] ?? 0)
}
