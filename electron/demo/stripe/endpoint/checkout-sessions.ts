import { isWithin, page } from '../http/list.ts'
import { expireSession, newSession } from '../payment/session.ts'
import { find, idOf } from '../world/scene.ts'
import type { Endpoints, Under } from './endpoint.ts'

const READ = 'rak_checkout_session_read'
const WRITE = 'rak_checkout_session_write'

export const checkoutSessions: Endpoints<Under<'/v1/checkout/sessions'>> = {
  'GET /v1/checkout/sessions': {
    right: READ,
    run: ({ world }, params) => {
      const all = Object.values(world.tables['checkout.session']).filter(
        ({ created, payment_intent: intent, status }) =>
          isWithin(created, params.created) &&
          (params.status === undefined || status === params.status) &&
          (params.payment_intent === undefined || idOf(intent) === params.payment_intent),
      )
      return page(all, params, '/v1/checkout/sessions', 'checkout.session')
    },
  },
  'POST /v1/checkout/sessions': { right: WRITE, run: newSession },
  'GET /v1/checkout/sessions/:id': {
    right: READ,
    run: (scene, _, id) => find(scene, 'checkout.session', id, 'session'),
  },
  'POST /v1/checkout/sessions/:id/expire': {
    right: WRITE,
    run: (scene, _, id) => {
      const session = find(scene, 'checkout.session', id, 'session')
      expireSession(scene, session)
      return session
    },
  },
}
