import { sql } from 'kysely'
import type { LiveRows } from '../../../shared/contract/live.ts'
import { type MoneyTable, rightsOfTables } from '../../../shared/contract/table-rights.ts'
import { endedDisputes } from '../../../shared/domain/payment/dispute.ts'
import { unfinishedPayments } from '../../../shared/domain/payment/payment.ts'
import { unfinishedRefunds } from '../../../shared/domain/payment/refund.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'
import { eachOnce } from './each-once.ts'

/** How many payments and refunds a desk holds beside those that need a hand; older ones are asked for. */
const LATEST = 500

/** How far back a desk holds bills that are settled. */
const BILLED_BACK_MS = 2 * DAY

/** What those who may not see money are told of it: each of its tables, empty. */
export function noMoney(): Pick<LiveRows, MoneyTable> {
  const tables = Object.entries(rightsOfTables).filter(([, right]) => right === 'seeMoney')
  return Object.fromEntries(tables.map(([table]) => [table, []])) as never // these tables, each of no rows
}

/** The live tables of bills and payments as they now are on disk. */
export async function moneySnapshot(
  reads: Reads,
  now: Instant,
): Promise<Pick<LiveRows, MoneyTable>> {
  const { query } = reads
  const bills = () => query.selectFrom('bill').selectAll()
  const payments = () => query.selectFrom('payment').selectAll()
  const refunds = () => query.selectFrom('refund').selectAll()
  const underWay = () => query.selectFrom('payment').where('state', 'in', [...unfinishedPayments])
  // Of a failed refund all others of its payment too: whether it was given anew since.
  const toGive = () =>
    query.selectFrom('refund').where('state', 'in', [...unfinishedRefunds, 'failed'])
  const disputes = await query
    .selectFrom('dispute')
    .selectAll()
    .where('status', 'not in', [...endedDisputes])
    .execute()
  const calls = await query
    .selectFrom('stripeCall')
    .selectAll()
    .where('endedAt', 'is', null)
    .execute()
  // The last of each till: the open one, or the one whose word the next begins with.
  const shifts = await query
    .selectFrom('till')
    .innerJoin('shift', (join) =>
      join.onRef('shift.tillId', '=', 'till.id').on('shift.number', '=', ({ selectFrom }) =>
        selectFrom('shift as last')
          .select(({ fn }) => fn.max('last.number').as('number'))
          .whereRef('last.tillId', '=', 'till.id'),
      ),
    )
    .selectAll('shift')
    .execute()
  return {
    // One question for each, and written out, so that each has its index: asked for at once all bills would be read.
    bill: eachOnce(
      'bill',
      await bills()
        .where('startsAt', '>', now - BILLED_BACK_MS)
        .execute(),
      await bills().where('dueMinor', '!=', sql.lit(0)).execute(),
      await bills().where('state', '=', sql.lit('estimated')).execute(),
      await bills().where('state', '=', sql.lit('running')).execute(),
      await bills().where('id', 'in', underWay().select('billId')).execute(),
      await bills().where('id', 'in', toGive().select('billId')).execute(),
    ),
    payment: eachOnce(
      'payment',
      await payments()
        .where('state', 'in', [...unfinishedPayments])
        .execute(),
      await payments().where('id', 'in', toGive().select('paymentId')).execute(),
      await payments().orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(LATEST).execute(),
    ),
    refund: eachOnce(
      'refund',
      await refunds().where('paymentId', 'in', toGive().select('paymentId')).execute(),
      await refunds().orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(LATEST).execute(),
    ),
    dispute: disputes.map((row) => decodeRow('dispute', row)),
    paymentTerms: await reads.find('paymentTerms', {}),
    stripeAccount: await reads.find('stripeAccount', {}),
    stripeCall: calls.map((row) => decodeRow('stripeCall', row)),
    reader: await reads.find('reader', {}),
    till: await reads.find('till', {}),
    tillTerms: await reads.find('tillTerms', {}),
    shift: shifts.map((row) => decodeRow('shift', row)),
    reportPreset: await reads.find('reportPreset', {}),
    reportSchedule: await reads.find('reportSchedule', {}),
  }
}
