import type { Bill, Settlement } from '../bill/bill.ts'
import { minimumChargeMinor } from '../money/currency.ts'
import { type Payment, stripeMeans } from '../payment/payment.ts'
import { depositOf } from './deposit.ts'
import type { HouseRules } from './house-rules.ts'
import type { Visit } from './visit.ts'

export interface ChangePriceFacts {
  readonly visit: Pick<Visit, 'pays' | 'depositMinor'>
  readonly bill: Pick<Bill, 'state' | 'paidMinor' | 'heldMinor'> | null
  /** All of the bill. */
  readonly payments: readonly Pick<Payment, 'means' | 'capturedMinor' | 'refundedMinor'>[]
  readonly rules: Pick<HouseRules, 'depositPct'>
  /** What it would cost as it is, and as it is to be, minor units; null where no price is set. */
  readonly wasMinor: number | null
  readonly becomesMinor: number | null
  readonly currency: string
  readonly settlement: Settlement
}

/** What a change makes of a visit's money, minor units. */
export interface ChangePrice {
  /** Of the whole visit as it would be; null where no price is set. */
  readonly priceMinor: number | null
  /** Against what it would cost as it is. */
  readonly differenceMinor: number
  /** To be paid now. */
  readonly toPayMinor: number
  /** Given back now; what a stay that runs has not used is given back when it is over. */
  readonly toRefundMinor: number
  /** What is to be paid before it is agreed, from then on. */
  readonly depositMinor: number
}

/**
 * What a change makes of a visit's money: as the price changes, so does its part that is paid while booking. What a card
 * can't be charged for, because it is too little, is paid at the end.
 */
export function changePrice(facts: ChangePriceFacts): ChangePrice {
  const { visit, bill, rules, wasMinor, becomesMinor, currency, settlement } = facts
  const differenceMinor = (becomesMinor ?? 0) - (wasMinor ?? 0)
  const settled = { priceMinor: becomesMinor, differenceMinor }
  const part = (minor: number | null) => depositOf(minor, currency, visit.pays, rules)
  const moved = part(becomesMinor) - part(wasMinor)
  const isPaidAhead = settlement === 'pay' && visit.pays === 'online' && rules.depositPct > 0
  if (!isPaidAhead || bill === null || moved === 0)
    return { ...settled, toPayMinor: 0, toRefundMinor: 0, depositMinor: visit.depositMinor }
  const depositMinor = Math.max(0, visit.depositMinor + moved)
  const missingMinor = depositMinor - bill.paidMinor - bill.heldMinor
  const least = minimumChargeMinor(currency) ?? 1
  if (missingMinor > 0) {
    const toPayMinor = missingMinor >= least ? missingMinor : 0
    // What is too little to be asked for now holds nothing up.
    const kept = toPayMinor > 0 ? depositMinor : bill.paidMinor + bill.heldMinor
    return { ...settled, toPayMinor, toRefundMinor: 0, depositMinor: kept }
  }
  const byCard = facts.payments
    .filter(({ means }) => stripeMeans.has(means))
    .reduce((sum, { capturedMinor, refundedMinor }) => sum + capturedMinor - refundedMinor, 0)
  const runs = bill.state !== 'estimated'
  const toRefundMinor = runs ? 0 : Math.max(0, Math.min(-missingMinor, byCard))
  return { ...settled, toPayMinor: 0, toRefundMinor, depositMinor }
}
