import { unfinishedRefunds } from './refund.ts'
import type { Refund } from './refund.ts'
import { voidRefunds } from './refunding.ts'

/**
 * The refunds that still wait for somebody, and those that failed and were not given anew since: these first, since they
 * need a hand; then the newest. Those nobody knows of are in a list of their own.
 * @param refunds all that are live; of a payment with a failed one they all are
 */
export function pendingRefunds(refunds: readonly Refund[]): Refund[] {
  return refunds.filter((refund) => isPending(refund, refunds)).toSorted(failedFirst)
}

function isPending(refund: Refund, all: readonly Refund[]): boolean {
  const { state } = refund
  if (state !== 'failed') return unfinishedRefunds.has(state) && state !== 'unknown'
  return !all.some((later) => isGivenAnew(refund, later))
}

function isGivenAnew(failed: Refund, later: Refund): boolean {
  return (
    later.paymentId === failed.paymentId &&
    later.createdAt > failed.updatedAt &&
    !voidRefunds.has(later.state)
  )
}

function failedFirst(a: Refund, b: Refund): number {
  return Number(b.state === 'failed') - Number(a.state === 'failed') || b.createdAt - a.createdAt
}
