import type { SearchHit } from '../../../shared/domain/search/search-hit.ts'
import type { Typed } from '../../../shared/domain/search/what-typed.ts'
import type { Reads } from '../store/reads.ts'
import { behindAll, hitOf, MOST_OF_A_KIND } from './hit.ts'

/** Payments by a card's last digits or the start of their id, and the receipt with that number. */
export async function findMoney(reads: Reads, { last4, number, id }: Typed): Promise<SearchHit[]> {
  const { query } = reads
  const payments = () =>
    query
      .selectFrom('payment')
      .innerJoin('bill', 'bill.id', 'payment.billId')
      .select([
        'payment.id',
        'payment.billId',
        'payment.state',
        'payment.amountMinor',
        'payment.currency',
        'payment.createdAt',
        'payment.receiptNumber',
        'payment.cardLast4',
        'bill.plate',
        'bill.bookingId',
        'bill.stationId',
        'bill.connectorId',
      ])
  const byCard =
    last4 === null
      ? []
      : await payments()
          .where('payment.cardLast4', '=', last4)
          .orderBy('payment.createdAt', 'desc')
          .limit(MOST_OF_A_KIND)
          .execute()
  const named =
    id === null
      ? []
      : await payments()
          .where('payment.id', '>=', id)
          .where('payment.id', '<', behindAll(id))
          .limit(MOST_OF_A_KIND)
          .execute()
  const hits = (rows: typeof byCard, told: Pick<SearchHit, 'field' | 'isExact'>): SearchHit[] =>
    rows.map(({ id: paymentId, createdAt: at, cardLast4, ...row }) =>
      hitOf({
        kind: 'payment',
        id: paymentId,
        paymentId,
        title: cardLast4 ?? '',
        at,
        ...row,
        ...told,
      }),
    )
  return [
    ...hits(byCard, { field: 'last4', isExact: true }),
    ...hits(named, { field: 'id', isExact: id?.length === 36 }),
    ...(number === null ? [] : await receiptNumbered(reads, number)),
  ]
}

async function receiptNumbered({ query }: Reads, number: number): Promise<SearchHit[]> {
  const rows = await query
    .selectFrom('receipt')
    .innerJoin('bill', 'bill.id', 'receipt.billId')
    .select([
      'receipt.id',
      'receipt.billId',
      'receipt.paymentId',
      'receipt.kind',
      'receipt.plate',
      'receipt.issuedAt',
      'receipt.amountMinor',
      'receipt.currency',
      'bill.bookingId',
      'bill.stationId',
      'bill.connectorId',
    ])
    .where('receipt.number', '=', number)
    .execute()
  return rows.map(({ kind: state, issuedAt: at, ...row }) =>
    hitOf({
      ...{ kind: 'receipt', field: 'receipt', isExact: true, title: String(number), state, at },
      ...{ receiptNumber: number, ...row },
    }),
  )
}
