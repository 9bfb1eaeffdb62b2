import { isWithin, page } from '../http/list.ts'
import { mergedMetadata } from '../payment/metadata.ts'
import { cancelRefund, chargeToRefund, newRefund } from '../payment/refund.ts'
import { find, idOf } from '../world/scene.ts'
import type { Endpoints, Under } from './endpoint.ts'

const READ = 'rak_refund_read'
const WRITE = 'rak_refund_write'

export const refunds: Endpoints<Under<'/v1/refunds'>> = {
  'GET /v1/refunds': {
    right: READ,
    run: ({ world }, params) => {
      const all = Object.values(world.tables.refund).filter(
        ({ created, charge, payment_intent: intent }) =>
          isWithin(created, params.created) &&
          (params.charge === undefined || idOf(charge) === params.charge) &&
          (params.payment_intent === undefined || idOf(intent) === params.payment_intent),
      )
      return page(all, params, '/v1/refunds', 'refund')
    },
  },
  'POST /v1/refunds': {
    right: WRITE,
    run: (scene, params) => newRefund(scene, chargeToRefund(scene, params), params),
  },
  'GET /v1/refunds/:id': {
    right: READ,
    run: (scene, _, id) => find(scene, 'refund', id, 'refund'),
  },
  'POST /v1/refunds/:id': {
    right: WRITE,
    run: (scene, params, id) => {
      const refund = find(scene, 'refund', id, 'refund')
      refund.metadata = mergedMetadata(refund.metadata, params.metadata)
      return refund
    },
  },
  'POST /v1/refunds/:id/cancel': {
    right: WRITE,
    run: (scene, _, id) => {
      const refund = find(scene, 'refund', id, 'refund')
      cancelRefund(scene, refund)
      return refund
    },
  },
}
