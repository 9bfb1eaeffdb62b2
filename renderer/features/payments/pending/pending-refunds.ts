import { unfinishedRefunds } from '../../../../shared/domain/payment/refund.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'

/** Whether a refund still waits for somebody, or has failed; one nobody knows of is in a list of its own. */
export function isPendingRefund({ state }: Refund): boolean {
  return state === 'failed' || (unfinishedRefunds.has(state) && state !== 'unknown')
}

/** Failed ones first, since they need a hand; then the newest. */
export function pendingFirst(a: Refund, b: Refund): number {
  return Number(b.state === 'failed') - Number(a.state === 'failed') || b.createdAt - a.createdAt
}
