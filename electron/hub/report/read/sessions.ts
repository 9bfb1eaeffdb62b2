import type { BillState } from '../../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Stretch } from '../../../../shared/domain/report/period.ts'
import type { SessionFacts } from '../../../../shared/domain/report/rows/sessions.ts'
import { isStayAskedFor } from '../../../../shared/domain/report/rows/stay.ts'
import type { ReportFilter } from '../../../../shared/domain/report/spec.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Sqlite } from '../../store/sqlite.ts'
import type { Around, StoredStay } from './around.ts'
import { beforeAll, boundsOf, type FactSource, sliceOf } from './keyed.ts'

interface StoredSession extends StoredStay {
  readonly at: number
  /** The number that the charger knows it by. */
  readonly key: number
  readonly id: Id
  readonly state: Transaction['state']
  readonly stoppedAt: number | null
  readonly meterStartWh: number
  readonly meterStopWh: number | null
  readonly energyWh: number
  readonly stopReason: string | null
  readonly notes: string
  readonly tariffVersionId: Id | null
  readonly inclMinor: number | null
  readonly currency: string | null
  readonly billState: BillState | null
}

const SLICE = `select t.startedAt as at, t.ocppTransactionId as key, t.id, t.state, t.stoppedAt, t.meterStartWh,
    t.meterStopWh, t.energyWh, t.stopReason, t.notes, t.stationId, t.connectorId, t.idToken,
    coalesce(b.plate, k.plate, '') as plate, coalesce(b.customerId, k.customerId) as customerId,
    coalesce(b.bookingId, k.id) as bookingId, k.vehicleId, b.tariffVersionId, b.inclMinor, b.currency,
    b.state as billState
  from "transaction" t
  left join bill b on b.transactionId = t.id
  left join booking k on k.id = coalesce(b.bookingId, (select id from booking where transactionId = t.id limit 1))
  where t.startedAt < ? and (t.startedAt, t.ocppTransactionId) > (?, ?)
  order by t.startedAt, t.ocppTransactionId limit ?`

/** The charging transactions that began within a stretch of time. */
export function sessionSource(
  sqlite: Sqlite,
  around: Around,
  stretch: Stretch,
  filter: ReportFilter,
): FactSource<SessionFacts> {
  return {
    slice(after, limit) {
      const bounds = boundsOf(stretch, after ?? beforeAll(stretch, Number.MAX_SAFE_INTEGER), limit)
      const rows = sqlite.all(SLICE, bounds) as unknown as StoredSession[] // as the statement selects them
      return sliceOf(rows, limit, (row) => {
        const stay = around.stayOf(row)
        if (!isStayAskedFor(stay, filter)) return null
        const { id, state, stoppedAt, meterStartWh, meterStopWh, energyWh, stopReason } = row
        return {
          transaction: {
            ...{ id, ocppTransactionId: row.key, state, startedAt: row.at, stoppedAt },
            ...{ meterStartWh, meterStopWh, energyWh, stopReason },
            notes: row.notes === '[]' ? [] : (JSON.parse(row.notes) as Transaction['notes']), // the hub's own
          },
          tariff: around.tariffOf(row.tariffVersionId),
          ...{ grossMinor: row.inclMinor, currency: row.currency, billState: row.billState, stay },
        }
      })
    },
    count: () =>
      Number(
        sqlite.all(
          'select count(*) as rows from "transaction" where startedAt >= ? and startedAt < ?',
          [stretch.fromAt, stretch.untilAt],
        )[0]?.['rows'] ?? 0,
      ),
  }
}
