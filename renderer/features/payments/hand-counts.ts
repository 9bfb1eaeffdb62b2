import { isUnpaid } from '../../../shared/domain/bill/payable.ts'
import { endedDisputes } from '../../../shared/domain/payment/dispute.ts'
import { pendingRefunds } from '../../../shared/domain/payment/pending-refunds.ts'
import { listOf } from '../../live/replica.ts'
import type { Tables } from '../../live/replica.ts'
import { lostIds } from './pending/lost-payments.ts'

type Counted = Pick<Tables, 'bill' | 'payment' | 'refund' | 'dispute'>

/** How many rows of each tab need a hand; tabs that only tell what is are not in it. */
export function handCounts(tables: Counted) {
  return {
    unpaid: listOf(tables.bill).filter(isUnpaid).length,
    refunds: pendingRefunds(listOf(tables.refund)).length,
    unknown: lostIds(listOf(tables.payment), listOf(tables.refund)).size,
    disputes: listOf(tables.dispute).filter(({ status }) => !endedDisputes.has(status)).length,
  }
}
