import { sql } from 'kysely'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Payment, PaymentMeans, PaymentState } from '../../../shared/domain/payment/payment.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { behind, containing, type Page, pageOf, readCursor } from '../store/paging.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow } from '../store/tables.ts'

export interface PaymentFilter {
  means?: PaymentMeans | undefined
  state?: PaymentState | undefined
  billId?: Id | undefined
  from?: Instant | undefined
  until?: Instant | undefined
  search?: string | undefined
  after?: string | undefined
  limit: number
}

export interface PaymentOfBill {
  payment: Payment
  bill: Bill
}

/** Payments that fit the filter, newest first, each with its bill. */
export async function listPayments(
  reads: Reads,
  filter: PaymentFilter,
): Promise<Page<PaymentOfBill>> {
  const { means, state, billId, from, until, search, limit } = filter
  let query = reads.query
    .selectFrom('payment')
    .innerJoin('bill', 'bill.id', 'payment.billId')
    .selectAll('payment')
    .orderBy('payment.createdAt', 'desc')
    .orderBy('payment.id', 'desc')
    .limit(limit + 1)
  if (means) query = query.where('means', '=', means)
  if (state) query = query.where('payment.state', '=', state)
  if (billId) query = query.where('billId', '=', billId)
  if (from !== undefined) query = query.where('payment.createdAt', '>=', from)
  if (until !== undefined) query = query.where('payment.createdAt', '<', until)
  if (search) query = query.where((is) => is.or(matches(search)))
  const place = readCursor(filter.after)
  if (place) query = query.where((is) => behind(is, place, '<', 'payment.createdAt', 'payment.id'))
  const payments = (await query.execute()).map((row) => decodeRow('payment', row))
  const page = pageOf(payments, limit, (row) => `${row.createdAt}~${row.id}`)
  const bills = await billsOf(reads, page.rows)
  return {
    next: page.next,
    rows: page.rows.flatMap((payment) => {
      const bill = bills.get(payment.billId)
      return bill === undefined ? [] : [{ payment, bill }]
    }),
  }
}

async function billsOf(reads: Reads, payments: readonly Payment[]): Promise<Map<Id, Bill>> {
  const ids = [...new Set(payments.map(({ billId }) => billId))]
  if (ids.length === 0) return new Map()
  const rows = await reads.query.selectFrom('bill').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, decodeRow('bill', row)]))
}

/** What a search may mean: a plate, four digits, a number, an amount, or one of Stripe's ids. */
function matches(search: string) {
  const text = search.trim()
  const pattern = containing(text)
  const found = [
    sql<boolean>`replace(replace(bill.plate, ' ', ''), '-', '') like ${containing(plateKey(text))}`,
    sql<boolean>`bill.idToken like ${pattern}`,
    sql<boolean>`reference like ${pattern}`,
  ]
  if (/^\d{4}$/.test(text)) found.push(sql<boolean>`cardLast4 = ${text}`)
  if (/^\d{1,15}$/.test(text)) {
    const number = Number(text)
    found.push(
      sql<boolean>`payment.receiptNumber = ${number}`,
      sql<boolean>`bill.transactionId in
        (select id from "transaction" where ocppTransactionId = ${number})`,
    )
  }
  const amount = /^(?<whole>\d{1,12})(?:[.,](?<parts>\d{1,2}))?$/.exec(text)?.groups
  if (amount) {
    const minor = Number((amount['whole'] ?? '') + (amount['parts'] ?? '').padEnd(2, '0'))
    found.push(sql<boolean>`(amountMinor = ${minor} or capturedMinor = ${minor})`)
  }
  if (/^(pi|ch|py|cs|re)_\w+$/.test(text))
    found.push(
      sql<boolean>`stripePaymentIntentId = ${text}`,
      sql<boolean>`stripeChargeId = ${text}`,
      sql<boolean>`stripeCheckoutSessionId = ${text}`,
      sql<boolean>`payment.id in (select paymentId from refund where stripeRefundId = ${text})`,
    )
  return found
}
