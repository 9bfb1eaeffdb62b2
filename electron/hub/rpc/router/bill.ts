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
import { passVoid, recordVoid, type VoidWish } from '../../till/void.ts'
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
        const { tillId = null, note } = input
        const wish = { act: 'bill.correct', kind: 'corrected', tillId, note } as const
        voided(tx, bill, corrected.bill, wish, (voiding) => {
          const passing = passVoid(tx, approverOf(approvals, context, input.approvalId), voiding)
          if (passing.kind === 'refused') throw aboveLimitError(errors, passing.refusal)
          return passing.approvedBy
        })
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
            if (input.settlement !== 'free') return outcome.bill
            const { tillId = null, note } = input
            const wish = { act: 'bill.settle', kind: 'free', tillId, note } as const
            voided(tx, bill, outcome.bill, wish, (voiding) => {
              const passing = passVoid(
                tx,
                approverOf(approvals, context, input.approvalId),
                voiding,
              )
              if (passing.kind === 'refused') throw aboveLimitError(errors, passing.refusal)
              return passing.approvedBy
            })
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

/**
 * Writes down by how much a bill was made less by hand; what may not be throws, and its unit is as if it never was. It is
 * asked afterwards, as only then is it known what the bill comes to.
 */
function voided(
  tx: Writes,
  before: Bill,
  after: Bill,
  wish: Pick<VoidWish, 'act' | 'kind' | 'tillId' | 'note'>,
  approvedBy: (voiding: VoidWish) => string | null,
): void {
  const { id: billId, currency } = before
  const voiding = {
    ...wish,
    billId,
    currency,
    amountMinor: before.estimatedMinor - after.estimatedMinor,
  }
  if (voiding.amountMinor > 0) recordVoid(tx, voiding, approvedBy(voiding))
}

function theBill(tx: Writes, billId: string, missing: () => Error): Bill {
  const bill = tx.get('bill', billId)
  if (bill === undefined) throw missing()
  return bill
}
