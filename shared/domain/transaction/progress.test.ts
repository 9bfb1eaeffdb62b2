import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { progress } from './progress.ts'
import { begun, t0 } from './transaction-fixture.ts'
import type { Transaction } from './transaction.ts'

describe('readings', () => {
  const reading = fc.record({
    measuredAt: fc.integer({ min: t0, max: t0 + HOUR }),
    receivedAt: fc.constant(t0 + HOUR),
    energyWh: fc.integer({ min: 0, max: 50_000 }),
    powerW: fc.nat(22_000),
    socPct: fc.constant(null),
  })

  test('in any order, and any of them twice, give the same energy', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(reading, { selector: ({ measuredAt }) => measuredAt }),
        fc.infiniteStream(fc.nat()),
        (readings, keys) => {
          const fold = (list: typeof readings): Transaction =>
            list.reduce<Transaction>(
              (known, one) => ({ ...known, ...progress(known, one) }),
              begun(),
            )
          const shuffled = [...readings, ...readings.slice(0, 3)]
            .map((one) => ({ one, key: keys.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one)
          expect(fold(shuffled)).toEqual(fold(readings))
        },
      ),
    )
  })

  test('after the stop are noted once and change no figure', () => {
    const ended: Transaction = { ...begun(), state: 'finished', stopReceivedAt: t0, energyWh: 5 }
    const late = { measuredAt: t0, receivedAt: t0, energyWh: 90_000, powerW: 1, socPct: 1 }
    expect(progress(ended, late)).toEqual({ notes: ['lateValues'] })
    expect(progress({ ...ended, notes: ['lateValues'] }, late)).toEqual({})
  })

  test('from a clock far ahead don’t hold back those that come after', () => {
    const ahead = {
      measuredAt: t0 + 99 * HOUR,
      receivedAt: t0,
      energyWh: null,
      powerW: 5,
      socPct: null,
    }
    const known = { ...begun(), ...progress(begun(), ahead) }
    const right = {
      measuredAt: t0 + 1,
      receivedAt: t0 + 1,
      energyWh: null,
      powerW: 9,
      socPct: null,
    }
    expect(progress(known, right).powerW).toBe(9)
  })
})
