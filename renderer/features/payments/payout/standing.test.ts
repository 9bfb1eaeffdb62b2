import { expect, it } from 'vitest'
import type { Payout } from '../../../../shared/domain/payment/payout.ts'
import { standingOf } from './standing.ts'

const payout: Payout = {
  id: 'po_1',
  amountMinor: 10_000,
  currency: 'SEK',
  status: 'paid',
  automatic: true,
  reconciliation: 'completed',
  arrivesOn: 2,
  explainedMinor: 10_000,
  reconciledAt: 2,
  createdAt: 1,
  updatedAt: 2,
}

it('adds up once all of it is explained', () => {
  expect(standingOf(payout)).toEqual({ kind: 'ok' })
  expect(standingOf({ ...payout, explainedMinor: 10_049 })).toEqual({
    kind: 'off',
    differenceMinor: -49,
  })
})

it('says nothing before Stripe has named every row', () => {
  expect(standingOf({ ...payout, reconciledAt: null, explainedMinor: 0 })).toEqual({
    kind: 'waits',
  })
  expect(standingOf({ ...payout, reconciliation: 'in_progress' })).toEqual({ kind: 'waits' })
})

it('can’t be told of one that was sent by hand', () => {
  expect(standingOf({ ...payout, automatic: false })).toEqual({ kind: 'manual' })
})
