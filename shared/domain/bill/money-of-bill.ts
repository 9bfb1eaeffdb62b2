import type { Payment } from '../payment/payment.ts'
import type { Bill } from './bill.ts'

/** What has been paid for a bill, is held for it, and is still to be paid. */
export type MoneyOfBill = Pick<Bill, 'paidMinor' | 'heldMinor' | 'dueMinor'>

/**
 * What payments make of a bill: taken and not given back nor on its way back, held and not taken yet, and what is due.
 * Nothing is due before it is final, nor what goes by invoice or by payroll: that is owed on account.
 */
export function moneyOf(
  bill: Pick<Bill, 'state' | 'settlement' | 'inclMinor'>,
  payments: readonly Pick<Payment, 'state' | 'amountMinor' | 'capturedMinor' | 'refundedMinor'>[],
): MoneyOfBill {
  let paidMinor = 0
  let heldMinor = 0
  for (const { state, amountMinor, capturedMinor, refundedMinor } of payments) {
    paidMinor += capturedMinor - refundedMinor
    if (state === 'held' || state === 'capturing')
      heldMinor += Math.max(0, amountMinor - capturedMinor)
  }
  return { paidMinor, heldMinor, dueMinor: dueOf(bill, paidMinor) }
}

function dueOf(
  { state, settlement, inclMinor }: Pick<Bill, 'state' | 'settlement' | 'inclMinor'>,
  paidMinor: number,
): number {
  if (state === 'estimated' || state === 'running') return 0
  if (state === 'void') return nothingOr(-paidMinor)
  return settlement === 'pay' ? inclMinor - paidMinor : 0
}

/** Not minus zero, which a table would keep as a fraction. */
function nothingOr(minor: number): number {
  return minor === 0 ? 0 : minor
}
