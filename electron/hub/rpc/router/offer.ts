import { implement } from '@orpc/server'
import { offerContract } from '../../../../shared/contract/offer.ts'
import type { Planning } from '../../planning/planning.ts'
import { pricedOffers } from '../../bill/price-of.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(offerContract).$context<Caller>().use(everyCall)

export function offerRouter({ store }: Pick<RouterParts, 'store'>, { findOffers }: Planning) {
  return {
    find: on.find.handler(async ({ input, context, errors }) => {
      const { order, limit, ...wish } = input
      const found = await findOffers(wish, { best: [{ order, limit }], tellsMost: true })
      if (found.kind === 'missing')
        throw errors.NOT_FOUND({ data: { noun: found.noun, id: found.id } })
      // Only those that are shown, so that looking for them stays as quick as it is.
      const offers = await store.work(context.actor, (tx) =>
        pricedOffers(tx, found.offers, input.vehicleId),
      )
      return { offers, mostWh: found.mostWh }
    }),
  }
}
