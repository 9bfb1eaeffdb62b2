import { implement } from '@orpc/server'
import { offerContract } from '../../../../shared/contract/offer.ts'
import type { Planning } from '../../planning/planning.ts'
import { type Caller, tellsFaults } from './parts.ts'

const on = implement(offerContract).$context<Caller>().use(tellsFaults)

export function offerRouter({ findOffers }: Planning) {
  return {
    find: on.find.handler(async ({ input, errors }) => {
      const found = await findOffers(input)
      if (found.kind === 'missing')
        throw errors.NOT_FOUND({ data: { noun: found.noun, id: found.id } })
      return { offers: found.offers, mostWh: found.mostWh }
    }),
  }
}
