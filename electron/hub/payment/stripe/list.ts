import type { Dispute } from '../../../../shared/domain/payment/dispute.ts'
import type { Payout, PayoutRow } from '../../../../shared/domain/payment/payout.ts'
import { byAge } from '../../../../shared/domain/payment/by-age.ts'
import { behind, type Page, pageOf, readCursor } from '../../store/paging.ts'
import type { Reads } from '../../store/reads.ts'
import { decodeRow } from '../../store/tables.ts'

interface Asked {
  after?: string | undefined
  limit: number
}

/** Disputes, newest first. */
export async function listDisputes(reads: Reads, { after, limit }: Asked): Promise<Page<Dispute>> {
  const rows = await newestOf(reads, 'dispute', after, limit)
  return pageOf(
    rows.map((row) => decodeRow('dispute', row)),
    limit,
    (row) => `${row.createdAt}~${row.id}`,
  )
}

/** Payouts, newest first. */
export async function listPayouts(reads: Reads, { after, limit }: Asked): Promise<Page<Payout>> {
  const rows = await newestOf(reads, 'payout', after, limit)
  return pageOf(
    rows.map((row) => decodeRow('payout', row)),
    limit,
    (row) => `${row.createdAt}~${row.id}`,
  )
}

/** A payout, row by row in the order they came about; null when there is none. */
export async function payoutDetail(
  reads: Reads,
  id: string,
): Promise<{ payout: Payout; rows: PayoutRow[] } | null> {
  const payout = await reads.get('payout', id)
  if (payout === undefined) return null
  const rows = await reads.find('payoutRow', { payoutId: id })
  return { payout, rows: rows.sort(byAge) }
}

function newestOf<T extends 'dispute' | 'payout'>(
  reads: Reads,
  table: T,
  after: string | undefined,
  limit: number,
): Promise<object[]> {
  let query = reads.query
    .selectFrom(table as 'payout')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  const place = readCursor(after)
  if (place) query = query.where((is) => behind(is, place, '<', 'createdAt', 'id'))
  return query.execute()
}
