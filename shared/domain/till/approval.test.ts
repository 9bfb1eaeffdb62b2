import { expect, test } from 'vitest'
import { aboveLimit } from './approval.ts'
import { firstTillTerms } from './till-terms.ts'

const terms = {
  ...firstTillTerms,
  ...{ refundLimitMinor: 50_000, refundsPerShiftLimitMinor: 80_000 },
  ...{ voidLimitMinor: 20_000, varianceLimitMinor: 0 },
}
const refund = (amountMinor: number, { shiftMinor = 0, billMinor = 0 } = {}) =>
  aboveLimit({ what: 'refund', amountMinor, billMinor, shiftMinor }, terms)

test('a limit may be reached, and not passed', () => {
  expect(refund(50_000)).toBeNull()
  expect(refund(50_001)).toEqual({ limit: 'refund', sumMinor: 50_001, limitMinor: 50_000 })
})

test('small refunds together are held against the limit of the shift', () => {
  expect(refund(30_000, { shiftMinor: 50_000 })).toBeNull()
  expect(refund(30_001, { shiftMinor: 50_000 })).toEqual({
    ...{ limit: 'shiftRefunds', sumMinor: 80_001, limitMinor: 80_000 },
  })
})

test('what is given back of a bill in parts, or taken off it, passes no more than at once', () => {
  expect(refund(10_000, { billMinor: 40_000 })).toBeNull()
  expect(refund(10_001, { billMinor: 40_000 })).toMatchObject({
    ...{ limit: 'refund', sumMinor: 50_001 },
  })
  const takenOff = { what: 'void', billMinor: 15_000 } as const
  expect(aboveLimit({ ...takenOff, amountMinor: 5_000 }, terms)).toBeNull()
  expect(aboveLimit({ ...takenOff, amountMinor: 5_001 }, terms)).toEqual({
    ...{ limit: 'void', sumMinor: 20_001, limitMinor: 20_000 },
  })
})

test('a limit of nothing lets nothing pass, and none lets everything', () => {
  expect(aboveLimit({ what: 'variance', amountMinor: 0 }, terms)).toBeNull()
  expect(aboveLimit({ what: 'variance', amountMinor: 1 }, terms)).toMatchObject({
    ...{ limit: 'variance', limitMinor: 0 },
  })
  const none = { ...terms, voidLimitMinor: null }
  expect(aboveLimit({ what: 'void', amountMinor: 99_999_999, billMinor: 0 }, none)).toBeNull()
})
