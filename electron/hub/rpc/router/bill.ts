import { implement } from '@orpc/server'
import { billContract } from '../../../../shared/contract/bill.ts'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { BillKeeper } from '../../bill/bill-keeper.ts'
import { carGone } from '../../bill/car-gone.ts'
import { billDetail } from '../../bill/detail.ts'
import { billOfBooking } from '../../bill/follow-bookings.ts'
import { listBills } from '../../bill/list.ts'
import { correctBill, reviseBill } from '../../bill/revise.ts'
import { settleBill } from '../../bill/settle.ts'
import type { Writes } from '../../store/writes.ts'
import { voidBill } from '../../till/void.ts'
import { approverOf } from './approver.ts'
import { workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'
import { aboveLimitError } from './payment-refused.ts'

const on = implement(billContract).$context<Caller>().use(everyCall)

export function billRouter(
  { store, approvals }: Pick<RouterParts, 'store' | 'approvals'>,
  { watcher }: Pick<BillKeeper, 'watcher'>,
) {
  const { reads } = store
  const { settled } = watcher
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  return {
    list: on.list.handler(({ input }) => listBills(reads, input)),

    get: on.get.handler(async ({ input, errors }) => {
      const detail = await billDetail(reads, input.id)
      if (!detail) throw errors.NOT_FOUND(missing('bill', input.id))
      return detail
    }),

    ofBooking: on.ofBooking.handler(({ input: { bookingId }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const bill = billOfBooking(tx, bookingId)
        if (!bill) throw errors.NOT_FOUND(missing('booking', bookingId))
        return bill
      }),
    ),

    carGone: on.carGone.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const bill = theBill(tx, input.id, () => errors.NOT_FOUND(missing('bill', input.id)))
        const gone = carGone(tx, bill, input, watcher)
        if (gone.kind === 'charging') throw errors.BILL_CHARGING()
        return gone.bill
      }),
    ),

    correct: on.correct.handler(({ input, context, errors }) =>
      workOnce(store, context, 'bill.correct', input, (tx) => {
        const bill = theBill(tx, input.id, () => errors.NOT_FOUND(missing('bill', input.id)))
        const corrected = correctBill(tx, bill, input, settled)
        if (corrected.kind === 'notFinal') throw errors.BILL_NOT_FINAL()
        if (corrected.kind === 'belowZero') throw errors.BILL_BELOW_ZERO()
        // Only now is it known what it comes to; a unit that throws never was.
        const { tillId = null, note, approvalId } = input
        const voiding = voidBill(tx, approverOf(approvals, context, approvalId), {
          ...{ act: 'bill.correct', kind: 'corrected', billId: bill.id, tillId, note },
          currency: bill.currency,
          amountMinor: bill.inclMinor - corrected.bill.inclMinor,
        })
        if (voiding.kind === 'refused') throw aboveLimitError(errors, voiding.refusal)
        return corrected.bill
      }),
    ),

    revise: on.revise.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const bill = theBill(tx, input.id, () => errors.NOT_FOUND(missing('bill', input.id)))
        const revised = reviseBill(tx, bill, { reason: input.reason }, watcher)
        if (revised.kind === 'notFinal') throw errors.BILL_NOT_FINAL()
        return revised.bill
      }),
    ),

    settle: on.settle.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const bill = theBill(tx, input.id, () => errors.NOT_FOUND(missing('bill', input.id)))
        const outcome = settleBill(tx, bill, input, settled)
        switch (outcome.kind) {
          case 'settled': {
            const { tillId = null, note, approvalId } = input
            const isGivenAway = input.settlement === 'free' && bill.settlement !== 'free'
            const voiding = voidBill(tx, approverOf(approvals, context, approvalId), {
              ...{ act: 'bill.settle', kind: 'free', billId: bill.id, tillId, note },
              currency: bill.currency,
              amountMinor: isGivenAway ? bill.estimatedMinor : 0,
            })
            if (voiding.kind === 'refused') throw aboveLimitError(errors, voiding.refusal)
            return outcome.bill
          }
          case 'paid':
            throw errors.BILL_PAID()
          case 'needsCustomer':
            throw errors.BILL_NEEDS_CUSTOMER()
          case 'missing':
            throw errors.NOT_FOUND(missing(outcome.noun, outcome.id))
        }
      }),
    ),
  }
}

function theBill(tx: Writes, billId: string, missing: () => Error): Bill {
  const bill = tx.get('bill', billId)
  if (bill === undefined) throw missing()
  return bill
}
