import type { BillReason, Settlement } from '../../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Stretch } from '../../../../shared/domain/report/period.ts'
import { type BilledState, billedChange } from '../../../../shared/domain/report/rows/billed.ts'
import type { BillingFacts } from '../../../../shared/domain/report/rows/billing.ts'
import { isStayAskedFor } from '../../../../shared/domain/report/rows/stay.ts'
import type { ReportFilter } from '../../../../shared/domain/report/spec.ts'
import type { Sqlite } from '../../store/sqlite.ts'
import type { Around, StoredStay } from './around.ts'
import { aboutEntries, beforeAll, boundsOf, type FactSource, sliceOf } from './keyed.ts'
import { nothingPaid, paidByBill } from './paid.ts'

interface StoredBilling extends StoredStay {
  readonly at: number
  /** The entry's number. */
  readonly key: number
  readonly cdrId: Id
  readonly billId: Id
  readonly revision: number
  readonly reason: BillReason
  readonly lines: string
  readonly energyWh: number
  readonly periods: string | null
  readonly settlement: Settlement
  readonly creditOf: Id | null
  readonly linesBefore: string | null
  readonly energyWhBefore: number | null
  readonly periodsBefore: string | null
  readonly transactionId: Id | null
  readonly tariffVersionId: Id | null
  readonly currency: string
  readonly startsAt: number
  readonly endsAt: number | null
  readonly startedAt: number | null
  readonly stoppedAt: number | null
  readonly meterStartWh: number | null
  readonly meterStopWh: number | null
}

/** By time and not by kind, of which there are few: SQLite would sort all entries of a kind at each slice. */
const WITHIN = `from ledgerEntry e
  cross join billRevision r on r.ledgerEntryId = e.id
  where e.at < ? and (e.at, e.id) > (?, ?) and +e.kind in ('billPosted', 'billCorrected')`

/** @param periods whether how long it charged and parked is told, which takes reading what the bill was priced from */
function statement(periods: boolean): string {
  const ofPeriods = (row: string) => (periods ? `${row}.periods` : 'null')
  return `select e.at, e.id as key, r.id as cdrId, r.billId, r.revision, r.reason, r.lines, r.energyWh,
      ${ofPeriods('r')} as periods, r.settlement, p.id as creditOf, p.lines as linesBefore,
      p.energyWh as energyWhBefore, ${ofPeriods('p')} as periodsBefore, b.transactionId, b.bookingId, b.stationId,
      b.connectorId, b.customerId, b.plate, b.idToken, b.tariffVersionId, b.currency, b.startsAt, b.endsAt, k.vehicleId,
      t.startedAt, t.stoppedAt, t.meterStartWh, t.meterStopWh
    ${WITHIN.replace(
      'where',
      `cross join bill b on b.id = r.billId
      left join billRevision p on p.billId = r.billId and p.revision = r.revision - 1
      left join booking k on k.id = b.bookingId
      left join "transaction" t on t.id = b.transactionId
      where`,
    )}
    order by e.at, e.id limit ?`
}

/** The columns as the statement selects them, each of its table's own type. */
function storedOf(row: readonly unknown[]): StoredBilling {
  const [at, key, cdrId, billId, revision, reason, lines, energyWh, periods, settlement] = row
  return {
    at,
    key,
    cdrId,
    billId,
    revision,
    reason,
    lines,
    energyWh,
    periods,
    settlement,
    creditOf: row[10],
    linesBefore: row[11],
    energyWhBefore: row[12],
    periodsBefore: row[13],
    transactionId: row[14],
    bookingId: row[15],
    stationId: row[16],
    connectorId: row[17],
    customerId: row[18],
    plate: row[19],
    idToken: row[20],
    tariffVersionId: row[21],
    currency: row[22],
    startsAt: row[23],
    endsAt: row[24],
    vehicleId: row[25],
    startedAt: row[26],
    stoppedAt: row[27],
    meterStartWh: row[28],
    meterStopWh: row[29],
  } as StoredBilling // SQL's types are the tables' own
}

/** Which of a row's costly parts are wanted. */
export interface BillingWants {
  readonly periods: boolean
  readonly paid: boolean
}

/** The entries that posted or corrected bills. */
export function billingSource(
  sqlite: Sqlite,
  around: Around,
  stretch: Stretch,
  filter: ReportFilter,
  wants: BillingWants,
): FactSource<BillingFacts> {
  const sql = statement(wants.periods)
  return {
    slice(after, limit) {
      const bounds = boundsOf(stretch, after ?? beforeAll(stretch, Number.MAX_SAFE_INTEGER), limit)
      const rows = sqlite.arrays(sql, bounds).map(storedOf)
      const paid = wants.paid
        ? paidByBill(
            sqlite,
            around,
            rows.map(({ billId }) => billId),
          )
        : new Map<Id, never>()
      return sliceOf(rows, limit, (row) => {
        const stay = around.stayOf(row)
        if (!isStayAskedFor(stay, filter)) return null
        const { paid: told, served } = paid.get(row.billId) ?? nothingPaid
        const isFirst = row.revision === 1
        return {
          at: row.at,
          ledgerEntryId: row.key,
          cdrId: row.cdrId,
          revision: row.revision,
          reason: row.reason,
          creditOf: row.creditOf,
          transactionId: row.transactionId,
          startedAt: row.startedAt ?? row.startsAt,
          stoppedAt: row.stoppedAt ?? row.endsAt,
          meterStartWh: row.meterStartWh,
          meterStopWh: row.meterStopWh,
          tariff: around.tariffOf(row.tariffVersionId),
          currency: row.currency,
          settlement: row.settlement,
          billed: billedChange(
            row.linesBefore === null
              ? null
              : stateOf(row.linesBefore, row.energyWhBefore ?? 0, row.periodsBefore),
            stateOf(row.lines, row.energyWh, row.periods),
          ),
          paid: isFirst ? told : { ...told, feeMinor: null, refundedMinor: null },
          stay,
          served,
        }
      })
    },
    count: () => aboutEntries(sqlite, stretch, `('billPosted', 'billCorrected')`),
  }
}

function stateOf(lines: string, energyWh: number, periods: string | null): BilledState {
  // Written by the hub's own rules, and never changed since.
  return {
    lines: JSON.parse(lines) as BilledState['lines'],
    energyWh,
    periods: periods === null ? [] : (JSON.parse(periods) as BilledState['periods']),
  }
}
