import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../time/instant.ts'
import { aMeter, missingIn, NOON, sampleAt, sumWh, transactionBetween } from './load-fixture.ts'
import type { LoadSample, Meter } from './meter.ts'
import { rollUp } from './roll-up.ts'
import { CLOCK_SUSPECT, coarser, ESTIMATED, LATE, MISSING, NONE, WHOLE } from './steps.ts'

const hour = (meter: Partial<Meter>, now = NOON + 2 * HOUR) => rollUp(aMeter(meter), NOON, 60, now)

describe('energy', () => {
  test('is what the register moved, read at the bounds of each minute', () => {
    const samples = [sampleAt(0, { energyWh: 1_000 }), sampleAt(2, { energyWh: 1_201 })]
    const steps = hour({ samples })
    expect([...steps.energyWh.slice(0, 3)]).toEqual([101, 100, 0])
    expect([...steps.known.slice(0, 2)]).toEqual([WHOLE, WHOLE])
  })

  test('is the power where there is no register, rounded as it adds up', () => {
    const samples = Array.from({ length: 61 }, (_, minute) => sampleAt(minute, { powerW: 100 }))
    const steps = hour({ samples })
    expect(sumWh(steps)).toBe(100)
    expect(coarser(steps, 15).energyWh).toEqual(Int32Array.of(25, 25, 25, 25))
    expect(Math.max(...steps.energyWh)).toBe(2)
  })

  test('has the shape of the powers where only the ends of a transaction tell a register', () => {
    const powers = [0, 10_000, 10_000, 0].flatMap((powerW, part) => [
      ...Array.from({ length: 5 }, (_, at) => sampleAt(part * 5 + at + 1, { powerW })),
    ])
    const transactions = [transactionBetween('t', [0, 500], [21, 2_500])]
    const steps = hour({ samples: powers, transactions })
    expect(sumWh(steps)).toBe(2_000)
    expect(steps.energyWh[2]).toBe(0)
    expect(steps.energyWh[9]).toBeGreaterThan(150)
    expect((steps.flags[9] ?? 0) & ESTIMATED).toBe(0)
  })

  test('is the power where a charger’s register counts nothing at all', () => {
    const samples = Array.from({ length: 19 }, (_, at) => sampleAt(at + 1, { powerW: 6_000 }))
    const steps = hour({ samples, transactions: [transactionBetween('t', [0, 0], [20, 0])] })
    expect(sumWh(steps)).toBe(1_900)
  })

  test('is counted on where a register goes back by a little', () => {
    const wh = [1_000, 1_010, 1_009, 1_009, 1_030]
    const samples = wh.map((energyWh, minute) => sampleAt(minute, { energyWh }))
    const steps = hour({ samples })
    expect(sumWh(steps)).toBe(30)
    expect(Math.min(...steps.energyWh)).toBe(0)
  })

  test('is not known while a register is set back', () => {
    const samples = [
      ...[5_000, 5_100, 0, 150].map((energyWh, minute) => sampleAt(minute, { energyWh })),
    ]
    const steps = hour({ samples, online: [] })
    expect([...steps.energyWh.slice(0, 3)]).toEqual([100, 0, 150])
    expect([...steps.known.slice(0, 3)]).toEqual([WHOLE, 0, WHOLE])
  })

  test('is counted for a charger whose register begins at nought in each transaction', () => {
    const of = (transactionId: string, minute: number, energyWh: number) =>
      sampleAt(minute, { transactionId, energyWh })
    const samples = [of('a', 5, 500), of('b', 30, 40), of('b', 35, 700)]
    const transactions = [
      transactionBetween('a', [0, 0], [10, 900]),
      transactionBetween('b', [28, 0], [40, 1_000]),
    ]
    const steps = hour({ samples, transactions })
    expect(sumWh(steps)).toBe(1_900)
    expect(missingIn(steps)).toEqual([])
  })

  test('is not taken from a leap that no charger can make', () => {
    const samples = [sampleAt(0, { energyWh: 0 }), sampleAt(1, { energyWh: 1_234_567 })]
    expect(sumWh(hour({ samples, online: [] }))).toBe(0)
  })

  test('of two registers of one moment is charged then', () => {
    const samples = [
      sampleAt(0, { energyWh: 100 }),
      sampleAt(1, { energyWh: 200 }),
      sampleAt(1, { energyWh: 203, transactionId: 't' }),
      sampleAt(2, { energyWh: 303 }),
    ]
    expect([...hour({ samples }).energyWh.slice(0, 2)]).toEqual([100, 103])
  })
})

describe('what is not told', () => {
  test('is estimated where the register moved meanwhile', () => {
    const samples = [sampleAt(0, { energyWh: 0 }), sampleAt(30, { energyWh: 3_000 })]
    const steps = hour({ samples })
    expect(sumWh(steps)).toBe(3_000)
    expect(steps.energyWh[17]).toBe(100)
    expect((steps.flags[17] ?? 0) & ESTIMATED).toBe(ESTIMATED)
  })

  test('is no gap for a charger that is set to tell its values every quarter of an hour', () => {
    const samples = [sampleAt(0, { energyWh: 0 }), sampleAt(15, { energyWh: 3_000 })]
    const steps = hour({ samples, usualMs: 15 * MINUTE })
    expect((steps.flags[7] ?? 0) & ESTIMATED).toBe(0)
  })

  test('was nothing where the register stood still', () => {
    const samples = [sampleAt(0, { energyWh: 800 }), sampleAt(60, { energyWh: 800 })]
    const steps = hour({ samples, online: [] })
    expect(steps.flags.every((bits) => (bits & (MISSING | ESTIMATED)) === 0)).toBe(true)
    expect(steps.known.every((known) => known === WHOLE)).toBe(true)
    expect(steps.meanDa[0][30]).toBe(0)
  })

  test('is nothing of a connector without a transaction, as long as its station is connected', () => {
    const steps = hour({ online: [{ from: NOON, until: NOON + 20 * MINUTE }] })
    expect(steps.known[19]).toBe(WHOLE)
    expect(steps.maxW[19]).toBe(0)
    expect(steps.known[20]).toBe(0)
    expect(missingIn(steps)).toEqual(Array.from({ length: 40 }, (_, at) => 20 + at))
  })

  test('is missing in a transaction', () => {
    const samples = [sampleAt(20, { powerW: 0, transactionId: 't' })]
    const steps = hour({ samples, transactions: [transactionBetween('t', [10, 0])] })
    expect(steps.known[5]).toBe(WHOLE)
    expect(missingIn(steps).at(0)).toBe(10)
  })

  test('is not missing yet while it may still be told, nor before the connector was there', () => {
    const transactions = [transactionBetween('t', [0, 0])]
    const steps = hour({ transactions, since: NOON + 10 * MINUTE }, NOON + 40 * MINUTE)
    expect(missingIn(steps)).toEqual(Array.from({ length: 25 }, (_, at) => 10 + at))
  })

  test('is not nothing after a power that nothing has ended', () => {
    const steps = hour({ samples: [sampleAt(0, { powerW: 7_000 })] })
    expect(steps.known[20]).toBe(0)
  })
})

describe('marks', () => {
  test('tell what was told long after', () => {
    const late = sampleAt(5, { energyWh: 500, receivedAt: NOON + 3 * HOUR })
    const steps = hour({
      samples: [sampleAt(2, { energyWh: 0 }), late, sampleAt(8, { energyWh: 900 })],
    })
    const marked = [...steps.flags].map((bits) => (bits & LATE) !== 0)
    expect(marked.slice(1, 7)).toEqual([false, true, true, true, true, false])
  })

  test('tell a clock that can’t be right; its values count when they were received', () => {
    const received = NOON + 5 * MINUTE
    const samples = [
      sampleAt(2, { energyWh: 0 }),
      sampleAt(0, { measuredAt: 3_000, receivedAt: received, energyWh: 300 }),
      sampleAt(0, { measuredAt: NOON + 9 * HOUR, receivedAt: received + MINUTE, energyWh: 400 }),
    ]
    const steps = hour({ samples })
    expect([...steps.energyWh.slice(2, 6)]).toEqual([100, 100, 100, 100])
    expect((steps.flags[4] ?? 0) & CLOCK_SUSPECT).toBe(CLOCK_SUSPECT)
  })
})

test('currents lie on the grid’s phases as the station was wired', () => {
  const currents = { currentL1Da: 160, currentL2Da: 80, currentL3Da: 0 }
  const samples = [sampleAt(0, currents), sampleAt(1, currents)]
  const phases = (rotation: Meter['rotation']) =>
    hour({ samples, rotation }).meanDa.map((phase) => phase[0])
  expect(phases('RST')).toEqual([160, 80, 0])
  expect(phases('STR')).toEqual([0, 160, 80])
  expect(phases('TRS')).toEqual([80, 0, 160])
})

test('a phase of which nothing is told stays unknown', () => {
  const samples = [
    sampleAt(0, { powerW: 1, currentL1Da: 60 }),
    sampleAt(5, { powerW: 1, currentL1Da: 60 }),
  ]
  const { meanDa } = hour({ samples })
  expect([meanDa[0][2], meanDa[1][2]]).toEqual([60, NONE])
})

/** Registers of a connector over some hours, at odd moments, some of them long apart. */
const anyRegisters = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.nat(4_000)), { minLength: 2, maxLength: 40 })
  .map((leaps) => {
    let [at, energyWh] = [NOON + 7 * SECOND, 12_345]
    return leaps.map(([seconds, wh]): LoadSample => {
      at += seconds * SECOND
      energyWh += Math.min(wh, seconds * 100)
      return sampleAt(0, { measuredAt: at, receivedAt: at, energyWh })
    })
  })
const TWELVE_HOURS = 12 * 60

test('minutes, quarters, hours and the day each add up to what the register moved', () => {
  fc.assert(
    fc.property(anyRegisters, (samples) => {
      const moved = (samples.at(-1)?.energyWh ?? 0) - (samples[0]?.energyWh ?? 0)
      const minutes = rollUp(aMeter({ samples }), NOON, TWELVE_HOURS, NOON + DAY)
      expect(sumWh(minutes)).toBe(moved)
      for (const times of [15, 60, TWELVE_HOURS]) expect(sumWh(coarser(minutes, times))).toBe(moved)
    }),
  )
})

test('the order in which samples come, and coming twice, makes no difference', () => {
  fc.assert(
    fc.property(
      anyRegisters.chain((samples) =>
        fc.tuple(
          fc.constant(samples),
          fc.shuffledSubarray([...samples, ...samples], {
            minLength: 2 * samples.length,
          }),
        ),
      ),
      ([samples, shuffled]) => {
        const of = (some: readonly LoadSample[]) =>
          rollUp(aMeter({ samples: some }), NOON, TWELVE_HOURS, NOON + DAY)
        expect(of(shuffled)).toEqual(of(samples))
      },
    ),
  )
})

test('stretches that are rolled up one after the other are as if rolled up at once', () => {
  fc.assert(
    fc.property(anyRegisters, fc.integer({ min: 1, max: 11 }), (samples, hours) => {
      const meter = aMeter({ samples })
      const whole = rollUp(meter, NOON, TWELVE_HOURS, NOON + DAY)
      const first = rollUp(meter, NOON, hours * 60, NOON + DAY)
      const rest = rollUp(meter, NOON + hours * HOUR, TWELVE_HOURS - hours * 60, NOON + DAY)
      expect([...first.energyWh, ...rest.energyWh]).toEqual([...whole.energyWh])
      expect([...first.flags, ...rest.flags]).toEqual([...whole.flags])
      expect([...first.known, ...rest.known]).toEqual([...whole.known])
    }),
  )
})
