import type { LiveRows } from '../../../shared/contract/live.ts'
import { endedDisputes } from '../../../shared/domain/payment/dispute.ts'
import { unfinishedPayments } from '../../../shared/domain/payment/payment.ts'
import { unfinishedRefunds } from '../../../shared/domain/payment/refund.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow, type Table } from '../store/tables.ts'

/** How many payments and refunds a desk holds beside the unfinished ones; older ones are asked for. */
const LATEST = 500

/** How far back a desk holds bills that are settled. */
const BILLED_BACK_MS = 2 * DAY

type MoneyTables =
  | 'bill'
  | 'payment'
  | 'refund'
  | 'dispute'
  | 'paymentTerms'
  | 'stripeAccount'
  | 'stripeCall'
  | 'reader'

/** The live tables of bills and payments as they now are on disk. */
export async function moneySnapshot(
  reads: Reads,
  now: Instant,
): Promise<Pick<LiveRows, MoneyTables>> {
  const { query } = reads
  const bills = await query
    .selectFrom('bill')
    .selectAll()
    .where((is) =>
      is.or([
        is('startsAt', '>', now - BILLED_BACK_MS),
        is('dueMinor', '!=', 0),
        is('state', 'in', ['estimated', 'running']),
      ]),
    )
    .execute()
  const recent = async <T extends 'payment' | 'refund'>(table: T, unfinished: readonly string[]) =>
    latest(
      table,
      await query
        .selectFrom(table as 'payment')
        .selectAll()
        .where('state', 'in', unfinished as never)
        .execute(),
      await query
        .selectFrom(table as 'payment')
        .selectAll()
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(LATEST)
        .execute(),
    )
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
  return {
    bill: bills.map((row) => decodeRow('bill', row)),
    payment: await recent('payment', [...unfinishedPayments]),
    refund: await recent('refund', [...unfinishedRefunds]),
    dispute: disputes.map((row) => decodeRow('dispute', row)),
    paymentTerms: await reads.find('paymentTerms', {}),
    stripeAccount: await reads.find('stripeAccount', {}),
    stripeCall: calls.map((row) => decodeRow('stripeCall', row)),
    reader: await reads.find('reader', {}),
  }
}

/** Rows of several questions, each once. */
function latest<T extends Table>(table: T, ...answers: { id: string }[][]) {
  const byId = new Map(answers.flat().map((row) => [row.id, row]))
  return [...byId.values()].map((row) => decodeRow(table, row))
}
