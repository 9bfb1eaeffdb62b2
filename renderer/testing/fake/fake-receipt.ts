import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { receiptOf } from '../../../shared/domain/payment/receipt-of.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Receipts in memory, numbered from 1041 on. */
export function fakeReceipts(store: FakeStore) {
  const os = implement(contract).receipt
  const made = new Map<number, Receipt>()
  return os.router({
    get: os.get.handler(({ input: { number }, errors }) => {
      const receipt = made.get(number)
      if (!receipt) throw errors.NO_RECEIPT()
      return receipt
    }),
    issue: os.issue.handler(({ input: { paymentId, refundId }, errors }) => {
      const payment = store.find('payment', paymentId)
      const refund = refundId === undefined ? null : (store.find('refund', refundId) ?? null)
      const bill = payment && store.find('bill', payment.billId)
      const [site] = store.rows.site
      const [terms] = store.rows.paymentTerms
      if (!payment || !bill || !site || !terms || payment.capturedMinor <= 0)
        throw errors.NOTHING_PAID()
      const known = made.get((refund ?? payment).receiptNumber ?? 0)
      if (known) return known
      const number = 1_041 + made.size
      const station = bill.stationId === null ? undefined : store.find('station', bill.stationId)
      const place = [site.name, station?.name, bill.connectorId].filter(Boolean).join(' · ')
      const parts = { bill, payment, refund, terms, place, timeZone: site.timeZone }
      const receipt = receiptOf({ id: newId(), number, now: Date.now(), ...parts })
      made.set(number, receipt)
      if (refund) store.put('refund', { ...refund, receiptNumber: number })
      else store.put('payment', { ...payment, receiptNumber: number })
      return receipt
    }),
    page: os.page.handler(({ input: { number } }) => ({
      url: `http://192.168.10.20:9001/r/${String(number).padStart(48, 'A')}`,
      isReachable: true,
    })),
    printed: os.printed.handler(({ input: { number }, errors }) => {
      const receipt = made.get(number)
      if (!receipt) throw errors.NO_RECEIPT()
      const printed = { ...receipt, copies: receipt.copies + 1 }
      made.set(number, printed)
      return printed
    }),
  })
}
