import type { Id } from '../../../shared/domain/id/id.ts'
import { askedPayments, type Payment } from '../../../shared/domain/payment/payment.ts'
import type { Writes } from '../store/writes.ts'
import { openPayment, type Opened } from './open.ts'
import type { StripeSide } from './stripe-side.ts'

/**
 * Makes a link to pay what is due of a bill, or finds the one that can still be paid, and remembers that the payer was
 * reminded.
 */
export function remindOfBill(
  tx: Writes,
  side: StripeSide,
  { billId, language }: { billId: Id; language: 'en' | 'sv' },
): Opened {
  const bill = tx.get('bill', billId)
  if (bill === undefined) return { kind: 'refused', refusal: { code: 'noBill' } }
  const open = openLinkOf(tx, billId, bill.dueMinor)
  const opened: Opened = open
    ? { kind: 'opened', payment: open }
    : openPayment(tx, side, {
        ...{ billId, means: 'checkout', capture: 'automatic', language },
        ...{ amountMinor: null, readerId: null },
      })
  if (opened.kind === 'refused') return opened
  tx.update('bill', billId, {
    remindedAt: tx.now,
    reminders: bill.reminders + 1,
  })
  tx.journal({
    act: 'bill.remind',
    noun: 'bill',
    nounId: billId,
    reason: opened.payment.id,
  })
  return opened
}

function openLinkOf(tx: Writes, billId: Id, dueMinor: number): Payment | undefined {
  return tx
    .find('payment', { billId, means: 'checkout' })
    .find(({ state, amountMinor }) => askedPayments.has(state) && amountMinor === dueMinor)
}
