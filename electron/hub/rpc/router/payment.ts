import { implement } from '@orpc/server'
import { randomUUID } from 'node:crypto'
import { paymentContract } from '../../../../shared/contract/payment.ts'
import { cancelPayment } from '../../payment/cancel.ts'
import { capturePayment } from '../../payment/capture.ts'
import { paymentDetail } from '../../payment/detail.ts'
import { giveBack } from '../../payment/give-back.ts'
import { listPayments } from '../../payment/list.ts'
import { openPayment } from '../../payment/open.ts'
import type { PaymentKeeper } from '../../payment/payment-keeper.ts'
import { remindOfBill } from '../../payment/remind.ts'
import { resolvePayment } from '../../payment/resolve.ts'
import { takePayment } from '../../payment/take.ts'
import { approverOf } from './approver.ts'
import { runOnce, workOnce } from './once.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'
import { aboveLimitError, notAtTill, notOpened, notTaken } from './payment-refused.ts'

const on = implement(paymentContract).$context<Caller>().use(everyCall)

const missing = (id: string) => ({ data: { noun: 'payment', id } })

export function paymentRouter(
  { store, approvals }: Pick<RouterParts, 'store' | 'approvals'>,
  { side, stripe }: PaymentKeeper,
) {
  return {
    list: on.list.handler(({ input }) => listPayments(store.reads, input)),

    get: on.get.handler(async ({ input, errors }) => {
      const detail = await paymentDetail(store.reads, input.id)
      if (!detail) throw errors.NOT_FOUND(missing(input.id))
      return detail
    }),

    open: on.open.handler(({ input, context, errors }) =>
      workOnce(store, context, 'payment.open', input, (tx) => {
        const { amountMinor = null, readerId = null, ...wish } = input
        const opened = openPayment(tx, side, { ...wish, amountMinor, readerId })
        if (opened.kind === 'refused') throw notOpened(errors, opened.refusal, input.billId)
        return opened.payment
      }),
    ),

    take: on.take.handler(({ input, context, errors }) =>
      workOnce(store, context, 'payment.take', input, (tx) => {
        const { amountMinor = null, tenderedMinor = null, approvalId, ...wish } = input
        const approver = approverOf(approvals, context, approvalId)
        const taken = takePayment(tx, side, { ...wish, amountMinor, tenderedMinor }, approver)
        if (taken.kind === 'refused') throw notTaken(errors, taken.refusal, input.billId)
        return taken.payment
      }),
    ),

    cancel: on.cancel.handler(({ input: { id, note }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const cancelled = cancelPayment(tx, side, id, note)
        if (cancelled.kind === 'missing') throw errors.NOT_FOUND(missing(id))
        if (cancelled.kind === 'notNow')
          throw errors.PAYMENT_NOT_OPEN({ data: { state: cancelled.state } })
        return cancelled.payment
      }),
    ),

    capture: on.capture.handler(({ input, context, errors }) =>
      workOnce(store, context, 'payment.capture', input, (tx) => {
        const captured = capturePayment(tx, side, input.id, input.amountMinor)
        if (captured.kind === 'captured') return captured.payment
        const { refusal } = captured
        if (refusal.code === 'missing') throw errors.NOT_FOUND(missing(input.id))
        if (refusal.code === 'notHeld')
          throw errors.PAYMENT_NOT_HELD({ data: { state: refusal.state } })
        throw errors.ABOVE_HELD({ data: { heldMinor: refusal.heldMinor } })
      }),
    ),

    refund: on.refund.handler(({ input, context, errors }) =>
      workOnce(store, context, 'payment.refund', input, (tx) => {
        const { id: paymentId, approvalId, ...wish } = input
        const approver = approverOf(approvals, context, approvalId)
        const made = giveBack(tx, side, { ...wish, paymentId }, approver)
        if (made.kind === 'made') return made.refund
        const { refusal } = made
        switch (refusal.code) {
          case 'missing':
            throw errors.NOT_FOUND(missing(paymentId))
          case 'notPaid':
            throw errors.NOT_PAID()
          case 'aboveRefundable':
            throw errors.ABOVE_REFUNDABLE({ data: { refundableMinor: refusal.refundableMinor } })
          case 'disputed':
            throw errors.PAYMENT_DISPUTED()
          case 'unknown':
            throw errors.PAYMENT_UNKNOWN()
          case 'notSetUp':
            throw errors.STRIPE_NOT_SET_UP()
          case 'invoiced':
            throw errors.PAYMENT_INVOICED()
          case 'otherMode':
            throw errors.OTHER_MODE()
          case 'approvalNeeded':
            throw aboveLimitError(errors, refusal)
          default:
            throw notAtTill(errors, refusal)
        }
      }),
    ),

    resolve: on.resolve.handler(({ input, context, errors }) =>
      runOnce(store, context, 'payment.resolve', input, async () => {
        const { id: paymentId, refundId = null, how, note } = input
        const { lookNow } = stripe
        const parts = { store, side, newKey: randomUUID, lookNow }
        const wish = { paymentId, refundId, how, note }
        const resolved = await resolvePayment(parts, context.actor, wish)
        switch (resolved.kind) {
          case 'resolved':
            return resolved.payment
          case 'missing':
            throw errors.NOT_FOUND(missing(paymentId))
          case 'notUnknown':
            throw errors.NOT_UNKNOWN()
          case 'unreachable':
            throw errors.STRIPE_UNREACHABLE()
          case 'found':
            throw errors.FOUND_AT_STRIPE()
        }
      }),
    ),

    remind: on.remind.handler(({ input, context, errors }) =>
      workOnce(store, context, 'payment.remind', input, (tx) => {
        const opened = remindOfBill(tx, side, input)
        if (opened.kind === 'refused') throw notOpened(errors, opened.refusal, input.billId)
        return opened.payment
      }),
    ),
  }
}
