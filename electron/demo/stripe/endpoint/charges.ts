import { isWithin, page } from '../http/list.ts'
import { find, idOf } from '../world/scene.ts'
import type { Endpoints, Under } from './endpoint.ts'

export const charges: Endpoints<Under<'/v1/charges'> | Under<'/v1/payment_methods'>> = {
  'GET /v1/charges': {
    right: 'rak_charge_read',
    run: ({ world }, params) => {
      const all = Object.values(world.tables.charge).filter(
        ({ created, payment_intent: intent }) =>
          isWithin(created, params.created) &&
          (params.payment_intent === undefined || idOf(intent) === params.payment_intent),
      )
      return page(all, params, '/v1/charges', 'charge')
    },
  },
  'GET /v1/charges/:id': {
    right: 'rak_charge_read',
    run: (scene, _, id) => find(scene, 'charge', id, 'id'),
  },
  'GET /v1/payment_methods/:id': {
    right: 'rak_payment_method_read',
    run: (scene, _, id) => find(scene, 'payment_method', id, 'payment_method'),
  },
}
