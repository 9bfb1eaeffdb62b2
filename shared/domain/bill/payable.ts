import type { Bill } from './bill.ts'

/**
 * What may be paid for a bill now, minor units, never below zero: what is due once it is final; before, what the stay is
 * thought to cost and has neither been paid nor is held yet.
 */
export function payableMinor({
  state,
  settlement,
  estimatedMinor,
  inclMinor,
  paidMinor,
  heldMinor,
  dueMinor,
}: Pick<
  Bill,
  'state' | 'settlement' | 'estimatedMinor' | 'inclMinor' | 'paidMinor' | 'heldMinor' | 'dueMinor'
>): number {
  if (state === 'void' || settlement !== 'pay') return 0
  if (state === 'final') return Math.max(0, dueMinor)
  return Math.max(0, Math.max(estimatedMinor, inclMinor) - paidMinor - heldMinor)
}

/** Whether a stay is over and somebody still has to pay for it on the spot. */
export function isUnpaid({
  state,
  settlement,
  dueMinor,
}: Pick<Bill, 'state' | 'settlement' | 'dueMinor'>): boolean {
  return state === 'final' && settlement === 'pay' && dueMinor > 0
}
