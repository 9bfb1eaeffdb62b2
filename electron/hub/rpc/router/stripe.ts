import { implement } from '@orpc/server'
import { stripeContract } from '../../../../shared/contract/stripe.ts'
import type { Asked, StripeDesk } from '../../payment/stripe/desk.ts'
import { listDisputes, listPayouts, payoutDetail } from '../../payment/stripe/list.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(stripeContract).$context<Caller>().use(everyCall)

/** How many payouts are told after they were compared. */
const LATEST_PAYOUTS = 100

interface ReachErrors {
  STRIPE_NOT_SET_UP: () => Error
  STRIPE_UNREACHABLE: () => Error
  STRIPE_REFUSED: (words: { data: { code: string; said: string } }) => Error
}

export function stripeRouter({ store }: Pick<RouterParts, 'store'>, stripe: StripeDesk) {
  const { reads } = store
  const account = () => reads.get('stripeAccount', 'stripe')
  return {
    account: on.account.handler(async ({ errors }) => {
      const row = await account()
      if (!row) throw errors.NOT_FOUND({ data: { noun: 'stripeAccount', id: 'stripe' } })
      return row
    }),
    check: on.check.handler(async ({ errors }) => told(await stripe.check(), errors)),
    practice: on.practice.handler(async ({ input, errors }) => {
      const answer = await stripe.practise(input)
      if (answer === 'notPractice') throw errors.NOT_PRACTICE()
      if (answer === 'notTestKey') throw errors.LIVE_IN_PRACTICE()
      return answer
    }),
    readers: on.readers.handler(async ({ errors }) => ({
      rows: told(await stripe.readers(), errors),
    })),
    registerReader: on.registerReader.handler(async ({ input, errors }) =>
      told(await stripe.registerReader(input), errors),
    ),
    removeReader: on.removeReader.handler(async ({ input: { id }, errors }) => {
      told(await stripe.removeReader(id), errors)
      return { id }
    }),
    disputes: on.disputes.handler(({ input }) => listDisputes(reads, input)),
    payouts: on.payouts.handler(({ input }) => listPayouts(reads, input)),
    payout: on.payout.handler(async ({ input, errors }) => {
      const detail = await payoutDetail(reads, input.id)
      if (!detail) throw errors.NOT_FOUND({ data: { noun: 'payout', id: input.id } })
      return detail
    }),
    reconcile: on.reconcile.handler(async ({ errors }) => {
      told(await stripe.reconcile(), errors)
      const { rows } = await listPayouts(reads, { limit: LATEST_PAYOUTS })
      return { rows }
    }),
  }
}

function told<Answer>(asked: Asked<Answer>, errors: ReachErrors): Answer {
  switch (asked.kind) {
    case 'told':
      return asked.told
    case 'notSetUp':
      throw errors.STRIPE_NOT_SET_UP()
    case 'unreachable':
      throw errors.STRIPE_UNREACHABLE()
    case 'refused':
      throw errors.STRIPE_REFUSED({ data: { code: asked.code, said: asked.said } })
  }
}
