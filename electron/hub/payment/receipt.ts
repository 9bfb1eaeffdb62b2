import type { Id } from '../../../shared/domain/id/id.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { receiptOf } from '../../../shared/domain/payment/receipt-of.ts'
import { givenRefunds } from '../../../shared/domain/payment/refund-news.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import type { Reads } from '../store/reads.ts'
import type { Writes } from '../store/writes.ts'
import { paymentTermsOf } from './terms.ts'

export type Issued =
  | { readonly kind: 'issued'; readonly receipt: Receipt }
  | { readonly kind: 'nothingPaid' }
  | { readonly kind: 'missing'; readonly noun: 'payment' | 'refund'; readonly id: Id }

/**
 * Makes out the receipt of a payment or of a refund, with the next number; asked again, the same one comes back. What
 * is on it never changes.
 */
export function issueReceipt(tx: Writes, paymentId: Id, refundId: Id | null): Issued {
  const payment = tx.get('payment', paymentId)
  if (payment === undefined) return { kind: 'missing', noun: 'payment', id: paymentId }
  const refund = refundId === null ? null : tx.get('refund', refundId)
  if (refund === undefined || (refund !== null && refund.paymentId !== paymentId))
    return { kind: 'missing', noun: 'refund', id: refundId ?? '' }
  const known = (refund ?? payment).receiptNumber
  if (known !== null) {
    const receipt = receiptNumbered(tx, known)
    if (receipt) return { kind: 'issued', receipt }
  }
  const isDone = refund === null ? payment.capturedMinor > 0 : givenRefunds.has(refund.state)
  if (!isDone) return { kind: 'nothingPaid' }
  const bill = tx.get('bill', payment.billId)
  const [site] = tx.find('site', {})
  if (bill === undefined || site === undefined) throw new Error('A payment is of a bill at a site.')
  const receipt = receiptOf({
    id: tx.newId(),
    number: nextNumber(tx),
    now: tx.now,
    bill,
    payment,
    refund,
    terms: paymentTermsOf(tx),
    timeZone: site.timeZone,
    place: placeOf(tx, bill, site.name),
  })
  tx.insert('receipt', receipt)
  const words = { receiptNumber: receipt.number, updatedAt: tx.now }
  if (refund === null) tx.update('payment', payment.id, words)
  else tx.update('refund', refund.id, words)
  tx.journal({ act: 'receipt.issue', noun: 'payment', nounId: paymentId, after: receipt })
  return { kind: 'issued', receipt }
}

/** Counts a printed receipt; from the second time on it is a copy. Null when there is none with that number. */
export function receiptPrinted(tx: Writes, number: number): Receipt | null {
  const receipt = receiptNumbered(tx, number)
  if (receipt === undefined) return null
  const printed = tx.update('receipt', receipt.id, { copies: receipt.copies + 1 }) ?? receipt
  tx.journal({
    act: receipt.copies === 0 ? 'receipt.print' : 'receipt.copy',
    noun: 'payment',
    nounId: receipt.paymentId,
    reason: String(number),
  })
  return printed
}

/** The receipt with that number; null when there is none. */
export async function findReceipt(reads: Reads, number: number): Promise<Receipt | null> {
  const [receipt] = await reads.find('receipt', { number })
  return receipt ?? null
}

function receiptNumbered(tx: Writes, number: number): Receipt | undefined {
  return tx.find('receipt', { number })[0]
}

/** Within the unit, so that a unit that fails leaves no gap. */
function nextNumber(tx: Writes): number {
  const [row] = tx.sql('select coalesce(max(number), 0) as last from receipt', [])
  return Number(row?.['last'] ?? 0) + 1
}

function placeOf(tx: Writes, { stationId, connectorId }: Bill, siteName: string): string {
  const station = stationId === null ? undefined : tx.get('station', stationId)
  if (station === undefined) return siteName
  return [siteName, station.name, connectorId].filter((word) => word !== null).join(' · ')
}
