import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactText } from '../money/rational.ts'
import { priceOf } from './price.ts'
import { countBySecond } from './test-bench/count-by-second.ts'
import { expectSums } from './test-bench/expect-sums.ts'
import { anySession, cutAt } from './test-bench/random-session.ts'
import { anyTariff } from './test-bench/random-tariff.ts'
import { STOCKHOLM } from './test-bench/session.ts'

describe('any session by any tariff', () => {
  test('costs what a count by the second comes to', () => {
    fc.assert(
      fc.property(anyTariff, anySession, (tariff, periods) => {
        const priced = priceOf(tariff, STOCKHOLM, periods)
        const counted = countBySecond(tariff, STOCKHOLM, periods)
        const quantities = priced.lines.flatMap(({ dimension, elementIndex, exact }) =>
          exact.quantity === null ? [] : [[`${dimension} ${elementIndex}`, exact.quantity]],
        )
        expect(Object.fromEntries(quantities)).toEqual(
          Object.fromEntries([...counted.quantities].map(([key, one]) => [key, exactText(one)])),
        )
        expect(priced.exact).toEqual({
          excl: exactText(counted.excl),
          incl: exactText(counted.incl),
        })
      }),
      { numRuns: 150 },
    )
  })

  test('adds up, rounded once', () => {
    fc.assert(
      fc.property(anyTariff, anySession, (tariff, periods) => {
        expectSums(priceOf(tariff, STOCKHOLM, periods))
      }),
      { numRuns: 1_000 },
    )
  })

  test('costs the same however it is cut into periods', () => {
    fc.assert(
      fc.property(
        anyTariff,
        anySession,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tariff, periods, share) => {
          const once = cutAt(periods, share)
          const whole = priceOf(tariff, STOCKHOLM, periods)
          expect(priceOf(tariff, STOCKHOLM, once)).toEqual(whole)
          expect(priceOf(tariff, STOCKHOLM, cutAt(once, share))).toEqual(whole)
        },
      ),
      { numRuns: 500 },
    )
  })
})
