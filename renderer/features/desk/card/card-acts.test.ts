import { expect, it } from 'vitest'
import { connectorLike, factsLike, stayLike, walkUpLike } from '../desk-fixture.ts'
import { actsOf } from './card-acts.ts'
import { cardOf } from './desk-card.ts'
import type { CardFacts } from './desk-card.ts'

const all = { attend: true, money: true }
const acts = (told: Partial<CardFacts>, rights = all) => {
  const card = cardOf(factsLike(told), { refundsUnused: true }, 1_000)
  return card === null ? null : actsOf(card, rights)
}
const charging = {
  booking: stayLike({ state: 'charging' }),
  connector: connectorLike('Charging'),
}

it('offers the next act first', () => {
  expect(acts(charging)).toEqual(['extend', 'stop'])
  expect(acts({ booking: stayLike({ state: 'finished' }) })).toEqual(['settle', 'release'])
  expect(acts({ booking: stayLike({ state: 'finished' }), bill: null })).toEqual(['release'])
})

it('offers what is likely to help where something has gone wrong', () => {
  const failed = (failure: 'paymentFailed' | 'chargerSilent' | 'chargerOffline') =>
    acts({ walkUp: walkUpLike({ state: 'starting', failure }) })
  expect(failed('paymentFailed')).toEqual(['pay', 'cancel'])
  expect(failed('chargerSilent')).toEqual(['retry', 'move'])
  expect(failed('chargerOffline')).toEqual(['move', 'cancel'])
})

it('offers nothing to whoever may not attend', () => {
  expect(acts(charging, { ...all, attend: false })).toEqual([])
})

it('starts a booked car that is plugged in', () => {
  expect(acts({ booking: stayLike({ state: 'arrived' }) })).toEqual(['start'])
})

it('takes no payment for whoever sees no money', () => {
  const walkUp = walkUpLike({ state: 'waitingForPayment', failure: 'paymentFailed' })
  expect(acts({ walkUp }, { ...all, money: false })).toEqual(['cancel'])
})
