import { implement } from '@orpc/server'
import { paymentContract } from '../../../../shared/contract/payment.ts'
import { paymentDetail } from '../../payment/detail.ts'
import { listPayments } from '../../payment/list.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(paymentContract).$context<Caller>().use(tellsFaults)

const soon = (): never => {
  throw new Error('This is not served yet.')
}

export function paymentRouter({ store }: RouterParts) {
  return {
    list: on.list.handler(({ input }) => listPayments(store.reads, input)),
    get: on.get.handler(async ({ input, errors }) => {
      const detail = await paymentDetail(store.reads, input.id)
      if (!detail) throw errors.NOT_FOUND({ data: { noun: 'payment', id: input.id } })
      return detail
    }),
    open: on.open.handler(soon),
    take: on.take.handler(soon),
    cancel: on.cancel.handler(soon),
    capture: on.capture.handler(soon),
    refund: on.refund.handler(soon),
    resolve: on.resolve.handler(soon),
    remind: on.remind.handler(soon),
  }
}
