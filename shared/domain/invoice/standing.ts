import type { Invoice } from './invoice.ts'

/** How an invoice stands, as its row has it. */
export type Standing = Pick<Invoice, 'state' | 'leftMinor'>

/** How one stands by what it asks for, what has come in and what was credited. */
export function standingOf({
  kind,
  inclMinor,
  paidMinor,
  creditedMinor,
}: Pick<Invoice, 'kind' | 'inclMinor' | 'paidMinor' | 'creditedMinor'>): Standing {
  if (kind === 'creditNote') return { state: 'setOff', leftMinor: 0 }
  const leftMinor = inclMinor - creditedMinor - paidMinor
  if (leftMinor < 0) return { state: 'overpaid', leftMinor }
  if (leftMinor > 0) return { state: paidMinor > 0 ? 'partlyPaid' : 'open', leftMinor }
  return { state: creditedMinor === inclMinor ? 'credited' : 'paid', leftMinor: 0 }
}

/** Why money can't be entered on an invoice. */
export type PayingRefusal =
  | { readonly code: 'nothingLeft' }
  | { readonly code: 'aboveLeft'; readonly leftMinor: number }

/**
 * Why so much can't be entered as come in, or below zero as paid back; null where it can. What is more than is left
 * isn't this invoice's.
 */
export function payingRefusal(
  { leftMinor }: Pick<Invoice, 'leftMinor'>,
  amountMinor: number,
): PayingRefusal | null {
  if (leftMinor === 0 || amountMinor > 0 !== leftMinor > 0) return { code: 'nothingLeft' }
  return Math.abs(amountMinor) > Math.abs(leftMinor) ? { code: 'aboveLeft', leftMinor } : null
}

/** Whether something is still to come in after the day it was to be paid. */
export function isOverdue(
  { leftMinor, dueOn }: Pick<Invoice, 'leftMinor' | 'dueOn'>,
  today: string,
): boolean {
  return leftMinor > 0 && dueOn < today
}
