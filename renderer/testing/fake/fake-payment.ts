import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { cashStepMinor } from '../../../shared/domain/money/currency.ts'
import { stripeMeans } from '../../../shared/domain/payment/payment.ts'
import { sumsOf } from '../../../shared/domain/bill/sums.ts'
import { dueAgainMinor, linesOf, partOf } from '../../../shared/domain/bill/taken-off.ts'
import { refundable } from '../../../shared/domain/payment/refunding.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { payableMinor } from '../../../shared/domain/bill/payable.ts'
import { begin, change, letStripeAct, refresh } from './fake-money.ts'
import { pageOf } from './fake-page.ts'
import { paymentHistory } from './fake-payment-history.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Above it a supervisor is asked, where there are users. */
const REFUND_LIMIT = 5_000

/** Payments in memory; what Stripe would do comes a moment later. */
export function fakePayments(store: FakeStore) {
  const os = implement(contract).payment
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  const partsOf = (id: string) => ({
    refunds: store.rows.refund.filter(({ paymentId }) => paymentId === id),
    disputes: store.rows.dispute.filter(({ paymentId }) => paymentId === id),
  })
  const now = () => Date.now()
  return os.router({
    list: os.list.handler(({ input }) => {
      const { after, limit, search = '', means, state, billId, from = 0, until = Infinity } = input
      const bills = new Map(store.rows.bill.map((bill) => [bill.id, bill]))
      const words = search.toLowerCase()
      const rows = store.rows.payment
        .filter((row) => means === undefined || row.means === means)
        .filter((row) => state === undefined || row.state === state)
        .filter((row) => billId === undefined || row.billId === billId)
        .filter((row) => row.createdAt >= from && row.createdAt < until)
        .toSorted((a, b) => b.createdAt - a.createdAt)
        .flatMap((payment) => {
          const bill = bills.get(payment.billId)
          return bill ? [{ payment, bill }] : []
        })
        .filter(
          ({ payment, bill }) =>
            words === '' ||
            plateKey(bill.plate).includes(plateKey(search)) ||
            `${payment.cardLast4} ${payment.receiptNumber} ${payment.amountMinor / 100}`.includes(
              words.replace(',', '.'),
            ),
        )
      return pageOf(rows, after?.split('~')[0], limit, '~')
    }),
    get: os.get.handler(({ input: { id }, errors }) => {
      const payment = store.find('payment', id)
      const bill = payment && store.find('bill', payment.billId)
      if (!payment || !bill) throw errors.NOT_FOUND(missing('payment', id))
      const { refunds, disputes } = partsOf(id)
      return {
        ...{ payment, bill, refunds, disputes, calls: [], journal: [] },
        history: paymentHistory(payment, refunds, disputes),
        ...refundable(payment, refunds, disputes),
      }
    }),
    open: os.open.handler(({ input, errors }) => {
      const bill = store.find('bill', input.billId)
      if (!bill) throw errors.NOT_FOUND(missing('bill', input.billId))
      const account = store.rows.stripeAccount[0]
      if (account?.state === 'none') throw errors.STRIPE_NOT_SET_UP()
      const amountMinor = input.amountMinor ?? payableMinor(bill)
      const payment = begin(store, bill, {
        means: input.means,
        capture: input.capture,
        amountMinor,
        state: 'requested',
        readerId: input.readerId ?? null,
      })
      letStripeAct(store, payment)
      return payment
    }),
    take: os.take.handler(({ input, errors }) => {
      const bill = store.find('bill', input.billId)
      if (!bill) throw errors.NOT_FOUND(missing('bill', input.billId))
      const amountMinor = input.amountMinor ?? payableMinor(bill)
      const step = input.means === 'cash' ? cashStepMinor(bill.currency) : 1
      const inCash = Math.round(amountMinor / step) * step
      const tenderedMinor = input.tenderedMinor ?? null
      return begin(store, bill, {
        ...{ means: input.means, mode: 'local', state: 'paid', paidAt: now() },
        ...{ amountMinor, capturedMinor: amountMinor, roundingMinor: inCash - amountMinor },
        ...{ reference: input.reference, note: input.note, tenderedMinor },
        changeMinor: tenderedMinor === null ? null : tenderedMinor - inCash,
      })
    }),
    cancel: os.cancel.handler(({ input: { id }, errors }) => {
      const payment = change(store, id, { state: 'cancelled' })
      if (!payment) throw errors.NOT_FOUND(missing('payment', id))
      return payment
    }),
    capture: os.capture.handler(({ input: { id, amountMinor }, errors }) => {
      const told = { state: 'paid', capturedMinor: amountMinor, paidAt: now() } as const
      const payment = change(store, id, told)
      if (!payment) throw errors.NOT_FOUND(missing('payment', id))
      return payment
    }),
    refund: os.refund.handler(({ input, errors }) => {
      const { id, amountMinor, reason, note, isDueAgain, approvalId } = input
      const payment = store.find('payment', id)
      if (!payment) throw errors.NOT_FOUND(missing('payment', id))
      const above = Math.max(0, amountMinor - REFUND_LIMIT)
      if (above > 0 && approvalId === undefined && store.rows.user.length > 0) {
        const act = { act: 'payment.refund', nounId: id, amountMinor }
        const limits = { limit: 'refund', sumMinor: amountMinor, limitMinor: REFUND_LIMIT } as const
        throw errors.APPROVAL_NEEDED({ data: { act, ...limits, currency: payment.currency } })
      }
      const bill = store.find('bill', payment.billId)
      const offMinor = bill && !isDueAgain ? dueAgainMinor(amountMinor, bill) : 0
      const takenOff = bill ? partOf(bill.vat, offMinor) : []
      const through = stripeMeans.has(payment.means)
      const refund = store.put('refund', {
        ...{ id: newId(), paymentId: id, billId: payment.billId, amountMinor, reason, note },
        ...{ currency: payment.currency, state: through ? 'pending' : 'succeeded' },
        ...{ stripeRefundId: through ? 're_3QxNew' : null, failureReason: null },
        ...{ takenOff, receiptNumber: null, givenBy: 'desk', createdAt: now(), updatedAt: now() },
        ...{ roundingMinor: 0, approvedBy: null, tillId: null, shiftId: null },
      })
      if (bill && takenOff.length > 0) {
        const sums = sumsOf([...bill.lines, ...linesOf(takenOff, 'takenOff')])
        store.put('bill', { ...bill, ...sums, revision: bill.revision + 1 })
      }
      change(store, id, { refundedMinor: payment.refundedMinor + amountMinor })
      return refund
    }),
    resolve: os.resolve.handler(({ input: { id, how, refundId }, errors }) => {
      const payment = store.find('payment', id)
      if (!payment) throw errors.NOT_FOUND(missing('payment', id))
      if (how === 'look') throw errors.STRIPE_UNREACHABLE()
      const refund = refundId === undefined ? undefined : store.find('refund', refundId)
      if (refund) store.put('refund', { ...refund, state: how === 'drop' ? 'canceled' : 'pending' })
      else change(store, id, { state: how === 'drop' ? 'cancelled' : 'requested' })
      refresh(store, payment.billId)
      return store.find('payment', id) ?? payment
    }),
    remind: os.remind.handler(({ input: { billId }, errors }) => {
      const bill = store.find('bill', billId)
      if (!bill) throw errors.NOT_FOUND(missing('bill', billId))
      store.put('bill', { ...bill, reminders: bill.reminders + 1, remindedAt: now() })
      const payment = begin(store, bill, {
        ...{ means: 'checkout', state: 'requested', amountMinor: payableMinor(bill) },
      })
      letStripeAct(store, payment)
      return payment
    }),
  })
}
