import { expect, it } from 'vitest'
import { aPayment } from '../../../../shared/domain/payment/payment-fixture.ts'
import { begun } from '../../../../shared/domain/transaction/transaction-fixture.ts'
import { aPlanLine } from '../../../../shared/domain/planning/plan-line-fixture.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { billLike, connectorLike, factsLike, stayLike, walkUpLike } from '../desk-fixture.ts'
import { cardOf, idleMinorOf } from './desk-card.ts'
import type { CardFacts } from './desk-card.ts'

const now = 10 * HOUR
const terms = { refundsUnused: true }
const whatIs = (told: Partial<CardFacts>) => {
  const card = cardOf(factsLike(told), terms, now)
  return card === null ? null : `${card.column} ${card.kind}`
}

it('lets a walk-up wait for its money, its charger and its car, one after the other', () => {
  const booking = stayLike({ state: 'confirmed' })
  const at = (state: 'waitingForPayment' | 'starting' | 'waitingForCar') =>
    whatIs({ booking, walkUp: walkUpLike({ state }) })
  expect(at('waitingForPayment')).toBe('waiting pay')
  expect(at('starting')).toBe('waiting starting')
  expect(at('waitingForCar')).toBe('waiting plugIn')
})

it('tells apart that nobody has paid and that the charger does not start', () => {
  const failed = (failure: 'paymentFailed' | 'chargerRefused') =>
    whatIs({ walkUp: walkUpLike({ state: 'starting', failure }) })
  expect(failed('paymentFailed')).toBe('waiting payFailed')
  expect(failed('chargerRefused')).toBe('waiting stuck')
})

it('shows a booked car that is plugged in, and nobody who has not come yet', () => {
  expect(whatIs({ booking: stayLike({ state: 'arrived' }) })).toBe('waiting arrived')
  expect(whatIs({ booking: stayLike({ state: 'confirmed' }) })).toBeNull()
})

it('lets a car wait that the plan pauses, and says until when', () => {
  const line = aPlanLine({
    remainingWh: 5_000,
    powers: [
      [now - HOUR, 0],
      [now + HOUR, 11_000],
    ],
  })
  const facts = factsLike({
    booking: stayLike({ state: 'charging' }),
    connector: connectorLike('SuspendedEVSE'),
    transaction: { ...begun(), powerW: 0 },
    line,
  })
  expect(cardOf(facts, terms, now)).toMatchObject({
    column: 'waiting',
    kind: 'paused',
    waitsUntil: now + HOUR,
  })
})

it('keeps a car that pauses itself among those that charge', () => {
  const booking = stayLike({ state: 'charging' })
  expect(whatIs({ booking, connector: connectorLike('SuspendedEV') })).toBe('charging pausedByCar')
  expect(whatIs({ booking, connector: connectorLike('Charging') })).toBe('charging charging')
  expect(whatIs({ booking, connector: connectorLike('Faulted') })).toBe('charging fault')
})

it('asks for what is due of a car that has charged, else just lets it stand there', () => {
  const booking = stayLike({ state: 'finished', finishedAt: now - MINUTE })
  expect(whatIs({ booking })).toBe('finished due')
  expect(whatIs({ booking, bill: billLike({ paidMinor: 10_000 }) })).toBe('finished idle')
  expect(whatIs({ booking, bill: billLike({ settlement: 'invoice' }) })).toBe('finished idle')
  expect(whatIs({ booking, bill: null })).toBe('finished idle')
})

it('has cash handed back that was paid ahead and not used, though the car has gone', () => {
  const payments = [aPayment({ means: 'cash', state: 'paid', capturedMinor: 12_000 })]
  const bill = billLike({ state: 'final', paidMinor: 12_000, dueMinor: -2_000 })
  const booking = stayLike({ state: 'left', leftAt: now - HOUR })
  const card = cardOf(factsLike({ booking, bill, payments }), terms, now)
  expect(card).toMatchObject({ kind: 'handBack', due: { handBackMinor: 2_000 } })
})

it('has cash handed back of a walk-up that came to nothing', () => {
  const payments = [aPayment({ means: 'cash', state: 'paid', capturedMinor: 4_000 })]
  const bill = billLike({ state: 'void', inclMinor: 0, paidMinor: 4_000, dueMinor: -4_000 })
  const booking = stayLike({ state: 'cancelled' })
  const walkUp = walkUpLike({ state: 'cancelled', endedAt: now - HOUR })
  expect(whatIs({ booking, walkUp, bill, payments })).toBe('finished handBack')
  expect(whatIs({ booking, walkUp, bill: { ...bill, dueMinor: 0 } })).toBeNull()
  const endedAt = now - 13 * HOUR
  expect(whatIs({ booking, walkUp: { ...walkUp, endedAt }, bill, payments })).toBeNull()
})

it('lets a car that is started once more wait for its charger', () => {
  const booking = stayLike({ state: 'finished' })
  expect(whatIs({ booking, walkUp: walkUpLike({ state: 'starting' }) })).toBe('waiting starting')
  const walkUp = walkUpLike({ state: 'starting', failure: 'chargerRefused' })
  expect(whatIs({ booking, walkUp })).toBe('waiting stuck')
})

it('remembers for half a day who has gone without paying', () => {
  const bill = billLike({ state: 'final', dueMinor: 10_000 })
  const left = (leftAt: number) => whatIs({ booking: stayLike({ state: 'left', leftAt }), bill })
  expect(left(now - HOUR)).toBe('finished goneDue')
  expect(left(now - 13 * HOUR)).toBeNull()
})

it('tells what standing there has cost, its tax included', () => {
  const line = { quantity: 1, unit: 'h', unitPrice: '20.00', from: 0, until: 0 } as const
  const lines = [
    { ...line, kind: 'parking', ratePct: 25, exclMinor: 2_000, vatMinor: 500 } as const,
    { ...line, kind: 'energy', ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 } as const,
  ]
  expect(idleMinorOf({ lines })).toBe(2_500)
  expect(idleMinorOf(null)).toBe(0)
})
