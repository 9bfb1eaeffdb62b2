import { isWithin, page } from '../http/list.ts'
import { answerDispute, closeDispute } from '../payment/dispute.ts'
import { find, idOf } from '../world/scene.ts'
import type { Endpoints, Under } from './endpoint.ts'

const READ = 'rak_dispute_read'
const WRITE = 'rak_dispute_write'

export const disputes: Endpoints<Under<'/v1/disputes'>> = {
  'GET /v1/disputes': {
    right: READ,
    run: ({ world }, params) => {
      const all = Object.values(world.tables.dispute).filter(
        ({ created, charge, payment_intent: intent }) =>
          isWithin(created, params.created) &&
          (params.charge === undefined || idOf(charge) === params.charge) &&
          (params.payment_intent === undefined || idOf(intent) === params.payment_intent),
      )
      return page(all, params, '/v1/disputes', 'dispute')
    },
  },
  'GET /v1/disputes/:id': {
    right: READ,
    run: (scene, _, id) => find(scene, 'dispute', id, 'dispute'),
  },
  'POST /v1/disputes/:id': {
    right: WRITE,
    run: (scene, params, id) => {
      const dispute = find(scene, 'dispute', id, 'dispute')
      answerDispute(scene, dispute, params)
      return dispute
    },
  },
  // Closing is giving in: the money stays with the card's holder.
  'POST /v1/disputes/:id/close': {
    right: WRITE,
    run: (scene, _, id) => {
      const dispute = find(scene, 'dispute', id, 'dispute')
      closeDispute(scene, dispute, 'lost')
      return dispute
    },
  },
}
