import type { Stripe } from 'stripe'
import { isWithin, page } from '../http/list.ts'
import { missing } from '../http/refused.ts'
import { balanceOf } from '../payment/payout.ts'
import { find, idOf } from '../world/scene.ts'
import { toldEvents } from '../world/tell.ts'
import type { Endpoints, Under } from './endpoint.ts'

type Names =
  | Under<'/v1/account'>
  | Under<'/v1/balance'>
  | Under<'/v1/balance_transactions'>
  | Under<'/v1/events'>
  | Under<'/v1/payouts'>

/** The account as a whole: its balance, what moved it, what went out, what happened. */
export const account: Endpoints<Names> = {
  'GET /v1/account': {
    right: 'rak_accounts_kyc_basic_read',
    run: ({ account: { id } }): Stripe.Account => ({
      id,
      object: 'account',
      charges_enabled: true,
      country: 'SE',
      default_currency: 'sek',
      details_submitted: true,
      email: null,
      payouts_enabled: true,
      type: 'standard',
    }),
  },
  'GET /v1/balance': { right: 'rak_balance_read', run: balanceOf },
  'GET /v1/balance_transactions': {
    right: 'rak_balance_transaction_source_read',
    run: ({ world }, params) => {
      const all = Object.values(world.tables.balance_transaction).filter(
        ({ id, created, currency, source, type }) =>
          isWithin(created, params.created) &&
          (params.currency === undefined || currency === params.currency.toLowerCase()) &&
          (params.payout === undefined || world.paidOut[id] === params.payout) &&
          (params.source === undefined || idOf(source) === params.source) &&
          (params.type === undefined || type === params.type),
      )
      return page(all, params, '/v1/balance_transactions', 'balance_transaction')
    },
  },
  'GET /v1/balance_transactions/:id': {
    right: 'rak_balance_transaction_source_read',
    run: (scene, _, id) => find(scene, 'balance_transaction', id, 'id'),
  },
  'GET /v1/events': {
    right: 'rak_event_read',
    run: (scene, params) => {
      const types = params.types ?? (params.type === undefined ? null : [params.type])
      const all = toldEvents(scene).filter(
        ({ created, type }) =>
          isWithin(created, params.created) &&
          (types === null || types.some((wanted) => isType(type, wanted))),
      )
      return page(all, params, '/v1/events', 'event')
    },
  },
  'GET /v1/events/:id': {
    right: 'rak_event_read',
    run: (scene, _, id) => {
      const event = toldEvents(scene).find((told) => told.id === id)
      if (event === undefined) throw missing('event', id)
      return event
    },
  },
  'GET /v1/payouts': {
    right: 'rak_payout_read',
    run: ({ world }, params) => {
      const all = Object.values(world.tables.payout).filter(
        ({ created, arrival_date: arrival, status }) =>
          isWithin(created, params.created) &&
          isWithin(arrival, params.arrival_date) &&
          (params.status === undefined || status === params.status),
      )
      return page(all, params, '/v1/payouts', 'payout')
    },
  },
  'GET /v1/payouts/:id': {
    right: 'rak_payout_read',
    run: (scene, _, id) => find(scene, 'payout', id, 'payout'),
  },
}

/** `payment_intent.*` stands for all events of an intent. */
function isType(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted
}
