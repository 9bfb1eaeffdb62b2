import { expect, test } from 'vitest'
import { holdMinor, isNearHold } from './hold.ts'
import { aBill, aPayment } from './payment-fixture.ts'

const sized = (estimatedMinor: number, currency = 'SEK', named = 0) =>
  holdMinor({ estimatedMinor, inclMinor: 0, currency }, { holdMinor: named })

test('a hold is what the terms name, else a fifth more than the estimate up to a whole krona', () => {
  expect(sized(10_000, 'SEK', 25_000)).toBe(25_000)
  expect(sized(10_050)).toBe(12_100)
  expect(sized(100)).toBe(300)
  expect(sized(1_000, 'JPY')).toBe(1_200)
})

test('of a stay of which nothing is thought, fifty times the least is held', () => {
  expect(sized(0)).toBe(15_000)
  expect(sized(0, 'EUR')).toBe(2_500)
})

test('a stay is told to come near its hold from nine tenths of it on', () => {
  const held = [aPayment({ state: 'held', amountMinor: 10_000 })]
  const bill = (inclMinor: number) => aBill({ state: 'running', inclMinor })
  expect(isNearHold(bill(8_999), held)).toBe(false)
  expect(isNearHold(bill(9_000), held)).toBe(true)
  expect(isNearHold(bill(9_000), [])).toBe(false)
  expect(isNearHold(aBill({ inclMinor: 9_000 }), held)).toBe(false)
})
