import type { PayoutRow } from '../../../../shared/domain/payment/payout.ts'
import type { Stretch } from '../../../../shared/domain/report/period.ts'
import type { PayoutFacts } from '../../../../shared/domain/report/rows/payouts.ts'
import type { Sqlite } from '../../store/sqlite.ts'
import { beforeAll, boundsOf, type FactSource, sliceOf } from './keyed.ts'

type StoredPayout = PayoutFacts['payout'] & { readonly at: number; readonly key: string }

/** After every id of Stripe's. */
const LAST_ID = '~'

const SLICE = `select createdAt as at, id as key, id, status, amountMinor, currency, arrivesOn, createdAt, explainedMinor
  from payout where createdAt < ? and (createdAt, id) > (?, ?) order by createdAt, id limit ?`

const ROWS = `select r.payoutId, r.type, r.amountMinor, r.feeMinor
  from json_each(?) as asked cross join payoutRow r on r.payoutId = asked.value`

/** What Stripe sent to the bank. */
export function payoutSource(sqlite: Sqlite, stretch: Stretch): FactSource<PayoutFacts> {
  return {
    slice(after, limit) {
      const bounds = boundsOf(stretch, after ?? beforeAll(stretch, LAST_ID), limit)
      const payouts = sqlite.all(SLICE, bounds) as unknown as StoredPayout[] // as the statement selects them
      const ids = [JSON.stringify(payouts.map(({ id }) => id))]
      const rows = Map.groupBy(
        sqlite.all(ROWS, ids) as unknown as PayoutRow[], // those of its columns that are asked for
        ({ payoutId }) => payoutId,
      )
      return sliceOf(payouts, limit, (payout) => ({ payout, rows: rows.get(payout.id) ?? [] }))
    },
    count: () =>
      Number(
        sqlite.all('select count(*) as rows from payout where createdAt >= ? and createdAt < ?', [
          stretch.fromAt,
          stretch.untilAt,
        ])[0]?.['rows'] ?? 0,
      ),
  }
}
