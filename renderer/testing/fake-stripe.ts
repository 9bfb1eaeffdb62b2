import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { FakeStore } from './fake-store.ts'

/** How a site takes payment, and its account with Stripe, in memory. */
export function fakeStripe(store: FakeStore) {
  const os = implement(contract)
  const account = () => only(store.rows.stripeAccount)
  return {
    paymentTerms: os.paymentTerms.router({
      get: os.paymentTerms.get.handler(() => only(store.rows.paymentTerms)),
      update: os.paymentTerms.update.handler(({ input }) => {
        const words = Object.fromEntries(
          Object.entries(input).filter(([, value]) => value !== undefined),
        )
        const terms = only(store.rows.paymentTerms)
        return store.put('paymentTerms', { ...terms, ...words, updatedAt: Date.now() })
      }),
    }),
    stripe: os.stripe.router({
      account: os.stripe.account.handler(account),
      check: os.stripe.check.handler(account),
      practice: os.stripe.practice.handler(({ errors }) => {
        throw errors.NOT_PRACTICE()
      }),
      readers: os.stripe.readers.handler(() => ({ rows: store.rows.reader })),
      registerReader: os.stripe.registerReader.handler(({ errors }) => {
        throw errors.STRIPE_UNREACHABLE()
      }),
      removeReader: os.stripe.removeReader.handler(({ input: { id } }) => ({ id })),
      disputes: os.stripe.disputes.handler(() => ({ rows: store.rows.dispute, next: null })),
      payouts: os.stripe.payouts.handler(() => ({ rows: [], next: null })),
      payout: os.stripe.payout.handler(({ input: { id }, errors }) => {
        throw errors.NOT_FOUND({ data: { noun: 'payout', id } })
      }),
      reconcile: os.stripe.reconcile.handler(() => ({ rows: [] })),
    }),
  }
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined) throw new Error('The seed has no such row.')
  return row
}
