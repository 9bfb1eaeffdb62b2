import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import { refundable } from '../../shared/domain/payment/refunding.ts'
import { pageOf } from './fake-page.ts'
import type { FakeStore } from './fake-store.ts'

/** Payments in memory: they are only looked at. */
export function fakePayments(store: FakeStore) {
  const os = implement(contract).payment
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  return os.router({
    list: os.list.handler(({ input: { after, limit } }) => {
      const rows = store.rows.payment.flatMap((payment) => {
        const bill = store.find('bill', payment.billId)
        return bill ? [{ payment, bill }] : []
      })
      return pageOf(rows, after, limit, '~')
    }),
    get: os.get.handler(({ input: { id }, errors }) => {
      const payment = store.find('payment', id)
      const bill = payment && store.find('bill', payment.billId)
      if (!payment || !bill) throw errors.NOT_FOUND(missing('payment', id))
      const refunds = store.rows.refund.filter(({ paymentId }) => paymentId === id)
      const disputes = store.rows.dispute.filter(({ paymentId }) => paymentId === id)
      return {
        ...{ payment, bill, refunds, disputes, calls: [], journal: [], history: [] },
        ...refundable(payment, refunds, disputes),
      }
    }),
    open: os.open.handler(({ errors }) => {
      throw errors.STRIPE_NOT_SET_UP()
    }),
    take: os.take.handler(({ errors }) => {
      throw errors.BILL_SETTLED()
    }),
    cancel: os.cancel.handler(({ input: { id }, errors }) => {
      throw errors.NOT_FOUND(missing('payment', id))
    }),
    capture: os.capture.handler(({ input: { id }, errors }) => {
      throw errors.NOT_FOUND(missing('payment', id))
    }),
    refund: os.refund.handler(({ errors }) => {
      throw errors.NOT_PAID()
    }),
    resolve: os.resolve.handler(({ errors }) => {
      throw errors.NOT_UNKNOWN()
    }),
    remind: os.remind.handler(({ errors }) => {
      throw errors.STRIPE_NOT_SET_UP()
    }),
  })
}
