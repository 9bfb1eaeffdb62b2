import { z } from 'zod'
import { offerWish, pricedOffer } from '../domain/offer/offer.ts'
import { procedure } from './refusal.ts'

export const offerContract = {
  find: procedure
    .route({
      method: 'POST',
      path: '/offers',
      tags: ['bookings'],
      summary: 'The windows that can be promised for a need',
      description:
        'Every accepted promise is kept in each of them. Nothing is held until one is booked (`POST /bookings`).',
    })
    .input(offerWish)
    .output(
      z.object({
        offers: z.array(pricedOffer),
        mostWh: z
          .int()
          .describe(
            'Where none is offered: the most that could be promised at a connector that is free',
          ),
      }),
    ),
}
