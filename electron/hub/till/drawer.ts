import { givenBackMinor } from '../../../shared/domain/payment/refunding.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'
import { openShiftOf } from './movement.ts'

export type DrawerRefusal =
  | { readonly code: 'noTill'; readonly tillId: Id }
  | { readonly code: 'noOpenShift'; readonly tillId: Id | null }
  | { readonly code: 'cashOfAnotherCurrency'; readonly currency: string }

/** Whether a till that is named may be paid at; null where it may. */
export function tillRefusal(tx: Writes, tillId: Id | null): DrawerRefusal | null {
  if (tillId === null) return null
  const till = tx.get('till', tillId)
  return till === undefined || till.archivedAt !== null ? { code: 'noTill', tillId } : null
}

/**
 * Whether cash may be taken or given back: at a site with tills in an open shift only, and in its currency. Null where
 * it may.
 */
export function cashRefusal(tx: Writes, tillId: Id | null, currency: string): DrawerRefusal | null {
  if (tx.find('till', { archivedAt: null }).length === 0) return null
  const shift = tillId === null ? undefined : openShiftOf(tx, tillId)
  if (shift === undefined) return { code: 'noOpenShift', tillId }
  if (shift.currency !== currency)
    return { code: 'cashOfAnotherCurrency', currency: shift.currency }
  return null
}

/**
 * What was given back in the shift that is open at a till, minor units above zero. What Stripe has yet to give, and what
 * was given while no shift was open, counts with it, as it will in its Z report. Nothing where no till is named.
 */
export function refundedInShift(tx: Writes, tillId: Id | null, currency: string): number {
  if (tillId === null) return 0
  const [row] = tx.sql(
    `select coalesce(sum(amountMinor), 0) as minor from refund
      where currency = ? and state not in ('failed', 'canceled') and id in (
        select id from refund where shiftId = ?
        union select id from refund where tillId = ? and shiftId is null
          and state in ('requested', 'pending', 'requires_action', 'unknown')
        union select refundId from tillMovement
          where tillId = ? and shiftId is null and kind = 'refundGiven')`,
    [currency, openShiftOf(tx, tillId)?.id ?? null, tillId, tillId],
  )
  return Number(row?.['minor'] ?? 0)
}

/** What was given back of a bill, or is about to be, minor units above zero. */
export function refundedOfBill(tx: Writes, billId: Id): number {
  return givenBackMinor(tx.find('refund', { billId }))
}
