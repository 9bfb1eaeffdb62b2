import { implement } from '@orpc/server'
import { stripeContract } from '../../../../shared/contract/stripe.ts'
import { listDisputes, listPayouts, payoutDetail } from '../../payment/stripe/list.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(stripeContract).$context<Caller>().use(tellsFaults)

const soon = (): never => {
  throw new Error('This is not served yet.')
}

export function stripeRouter({ store }: RouterParts) {
  const { reads } = store
  return {
    account: on.account.handler(async ({ errors }) => {
      const account = await reads.get('stripeAccount', 'stripe')
      if (!account) throw errors.NOT_FOUND({ data: { noun: 'stripeAccount', id: 'stripe' } })
      return account
    }),
    check: on.check.handler(soon),
    practice: on.practice.handler(soon),
    readers: on.readers.handler(soon),
    registerReader: on.registerReader.handler(soon),
    removeReader: on.removeReader.handler(soon),
    disputes: on.disputes.handler(({ input }) => listDisputes(reads, input)),
    payouts: on.payouts.handler(({ input }) => listPayouts(reads, input)),
    payout: on.payout.handler(async ({ input, errors }) => {
      const detail = await payoutDetail(reads, input.id)
      if (!detail) throw errors.NOT_FOUND({ data: { noun: 'payout', id: input.id } })
      return detail
    }),
    reconcile: on.reconcile.handler(soon),
  }
}
