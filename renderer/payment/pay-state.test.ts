import { expect, it } from 'vitest'
import { aBill, aPayment } from '../../shared/domain/payment/payment-fixture.ts'
import { payStateKeeper, payStateOf } from './pay-state.ts'

it('is due once the stay is over, and not before', () => {
  expect(payStateOf(aBill(), 0)).toBe('unpaid')
  expect(payStateOf(aBill({ state: 'running', dueMinor: 0 }), 0)).toBe('open')
  expect(payStateOf(aBill({ state: 'estimated', dueMinor: 0 }), 0)).toBe('open')
})

it('is held while a card covers it, and paid when it is taken', () => {
  const running = { state: 'running', dueMinor: 0, estimatedMinor: 10_000 } as const
  expect(payStateOf(aBill({ ...running, heldMinor: 20_000 }), 0)).toBe('held')
  expect(payStateOf(aBill({ paidMinor: 10_000, dueMinor: 0 }), 0)).toBe('paid')
})

it('is part paid until nothing is due, whatever cash was rounded', () => {
  expect(payStateOf(aBill({ paidMinor: 4_000, dueMinor: 6_000 }), 0)).toBe('partPaid')
  expect(payStateOf(aBill({ paidMinor: 9_970, dueMinor: 0 }), 0)).toBe('paid')
})

it('is refunded once all that was paid has been given back', () => {
  expect(payStateOf(aBill({ paidMinor: 0 }), 10_000)).toBe('refunded')
  expect(payStateOf(aBill({ paidMinor: 5_000, dueMinor: 0 }), 5_000)).toBe('paid')
})

it('asks nobody on the spot for what goes on account or is free', () => {
  expect(payStateOf(aBill({ settlement: 'invoice', dueMinor: 0 }), 0)).toBe('account')
  expect(payStateOf(aBill({ settlement: 'free', dueMinor: 0 }), 0)).toBe('free')
  expect(payStateOf(aBill({ inclMinor: 0, dueMinor: 0 }), 0)).toBe('free')
  expect(payStateOf(aBill({ state: 'void', dueMinor: 0 }), 0)).toBe('free')
})

it('gives the same map until a booking is paid differently', () => {
  const keep = payStateKeeper()
  const bookingId = '01890000-0000-7000-8000-00000000b001'
  const running = aBill({ bookingId, state: 'running', dueMinor: 0 })
  const before = keep([running], [])
  expect(keep([{ ...running, inclMinor: 12_000 }], [])).toBe(before)
  const held = keep([{ ...running, heldMinor: 20_000 }], [])
  expect(held.get(bookingId)).toBe('held')
  const back = aPayment({ capturedMinor: 10_000, refundedMinor: 10_000 })
  expect(keep([{ ...running, heldMinor: 0 }], [back]).get(bookingId)).toBe('refunded')
})
