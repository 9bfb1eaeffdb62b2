import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { refresh } from './fake-money.ts'
import { pageOf } from './fake-page.ts'
import type { FakeStore } from './fake-store.ts'

/** Bills in memory: what they come to never changes. */
export function fakeBills(store: FakeStore) {
  const os = implement(contract).bill
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  const fits = (bill: Bill, input: { [Column in keyof Bill]?: unknown }): boolean =>
    (['state', 'customerId', 'bookingId', 'transactionId'] as const).every(
      (column) => input[column] === undefined || bill[column] === input[column],
    )
  return os.router({
    list: os.list.handler(({ input }) => {
      const { unpaid, from = -Infinity, until = Infinity, after, limit } = input
      const rows = store.rows.bill
        .filter((bill) => fits(bill, input) && (!unpaid || bill.dueMinor !== 0))
        .filter(({ startsAt }) => startsAt >= from && startsAt < until)
        .toSorted((a, b) => b.startsAt - a.startsAt)
      return pageOf(rows, after?.split('~')[0], limit, '~')
    }),
    get: os.get.handler(({ input: { id }, errors }) => {
      const bill = store.find('bill', id)
      if (!bill) throw errors.NOT_FOUND(missing('bill', id))
      const payments = store.rows.payment.filter(({ billId }) => billId === id)
      const refunds = store.rows.refund.filter(({ billId }) => billId === id)
      return { bill, revisions: [], payments, refunds, receipts: [] }
    }),
    ofBooking: os.ofBooking.handler(({ input: { bookingId }, errors }) => {
      const bill = store.rows.bill.find((row) => row.bookingId === bookingId)
      if (!bill) throw errors.NOT_FOUND(missing('booking', bookingId))
      return bill
    }),
    carGone: os.carGone.handler(({ input: { id, at = Date.now() }, errors }) => {
      const bill = store.find('bill', id)
      if (!bill) throw errors.NOT_FOUND(missing('bill', id))
      if (bill.state !== 'running') return bill
      return store.put('bill', { ...bill, state: 'final', endsAt: at, dueMinor: bill.inclMinor })
    }),
    correct: os.correct.handler(({ input: { id, addMinor, ratePct }, errors }) => {
      const bill = store.find('bill', id)
      if (!bill) throw errors.NOT_FOUND(missing('bill', id))
      if (bill.state !== 'final') throw errors.BILL_NOT_FINAL()
      if (bill.inclMinor + addMinor < 0) throw errors.BILL_BELOW_ZERO()
      const exclMinor = Math.round(addMinor / (1 + ratePct / 100))
      const vatMinor = addMinor - exclMinor
      const line = { kind: 'adjustment', quantity: null, unit: null, unitPrice: null } as const
      store.put('bill', {
        ...bill,
        lines: [...bill.lines, { ...line, from: null, until: null, ratePct, exclMinor, vatMinor }],
        exclMinor: bill.exclMinor + exclMinor,
        inclMinor: bill.inclMinor + addMinor,
        vat: bill.vat.map((sum) => ({
          ...sum,
          exclMinor: sum.exclMinor + exclMinor,
          vatMinor: sum.vatMinor + vatMinor,
        })),
        revision: bill.revision + 1,
      })
      refresh(store, id)
      return store.find('bill', id) ?? bill
    }),
    revise: os.revise.handler(({ input: { id }, errors }) => {
      const bill = store.find('bill', id)
      if (!bill) throw errors.NOT_FOUND(missing('bill', id))
      return bill
    }),
    settle: os.settle.handler(({ input: { id, settlement, customerId }, errors }) => {
      const bill = store.find('bill', id)
      if (!bill) throw errors.NOT_FOUND(missing('bill', id))
      const settled = { ...bill, settlement, updatedAt: Date.now() }
      return store.put('bill', customerId === undefined ? settled : { ...settled, customerId })
    }),
  })
}
