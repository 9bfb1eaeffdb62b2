import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { fakePayouts } from './fake-payout.ts'
import { type FakeStore, only } from './fake-store.ts'

/** How a site takes payment, and its account with Stripe, in memory. */
export function fakeStripe(store: FakeStore) {
  const os = implement(contract)
  const account = () => only(store.rows.stripeAccount)
  const payouts = fakePayouts(store)
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
      check: os.stripe.check.handler(({ errors }) => {
        if (account().state === 'none') throw errors.STRIPE_NOT_SET_UP()
        if (account().state === 'unreachable') throw errors.STRIPE_UNREACHABLE()
        return store.put('stripeAccount', { ...account(), contactAt: Date.now() })
      }),
      practice: os.stripe.practice.handler(({ errors }) => {
        throw errors.NOT_PRACTICE()
      }),
      readers: os.stripe.readers.handler(() => ({ rows: store.rows.reader })),
      registerReader: os.stripe.registerReader.handler(({ input, errors }) => {
        if (input.registrationCode === 'wrong')
          throw errors.STRIPE_REFUSED({
            data: { code: 'resource_missing', said: 'No reader shows that code.' },
          })
        return store.put('reader', {
          ...{ id: `tmr_${store.rows.reader.length}`, label: input.label, status: 'online' },
          ...{ deviceType: 'stripe_s700', serialNumber: 'S700-0001-02', locationId: 'tml_1' },
          ...{ busyWith: null, livemode: false, seenAt: Date.now() },
        })
      }),
      removeReader: os.stripe.removeReader.handler(({ input: { id } }) => {
        store.remove('reader', id)
        return { id }
      }),
      disputes: os.stripe.disputes.handler(() => ({ rows: store.rows.dispute, next: null })),
      payouts: os.stripe.payouts.handler(() => ({
        rows: payouts.map(({ payout }) => payout),
        next: null,
      })),
      payout: os.stripe.payout.handler(({ input: { id }, errors }) => {
        const found = payouts.find(({ payout }) => payout.id === id)
        if (!found) throw errors.NOT_FOUND({ data: { noun: 'payout', id } })
        return found
      }),
      reconcile: os.stripe.reconcile.handler(() => ({
        rows: payouts.map(({ payout }) => payout),
      })),
    }),
  }
}
