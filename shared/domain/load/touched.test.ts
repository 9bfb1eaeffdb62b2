import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, MINUTE, type Instant } from '../../time/instant.ts'
import { aMeter, NOON, sampleAt, transactionBetween } from './load-fixture.ts'
import { gapOf, type LoadSample } from './meter.ts'
import { ROLL_BACK_MS } from './register.ts'
import { rollUp } from './roll-up.ts'
import { touchedBy } from './touched.ts'

const MINUTES = 480
const GAP_MS = gapOf(MINUTE)

/** Values of a connector, of which any part may be left out; registers go back by a little at times, not in a row. */
const anySamples = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 40 }),
      wh: fc.integer({ min: -5, max: 2_000 }),
      tells: fc.constantFrom('register', 'power', 'both'),
    }),
    { minLength: 3, maxLength: 20 },
  )
  .map((leaps) => {
    let [at, energyWh, highestWh] = [0, 5_000, 5_000]
    return leaps.map(({ minutes, wh, tells }) => {
      at += minutes
      energyWh = energyWh < highestWh ? highestWh + Math.abs(wh) : energyWh + wh
      highestWh = Math.max(highestWh, energyWh)
      return sampleAt(at, {
        energyWh: tells === 'power' ? null : energyWh,
        powerW: tells === 'register' ? null : Math.abs(wh) * 3,
      })
    })
  })

test('a late sample changes only the quarters of an hour that it touches', () => {
  fc.assert(
    fc.property(anySamples, fc.nat(), fc.boolean(), (samples, which, charging) => {
      const late = samples[which % samples.length]
      if (late === undefined) return
      const others = samples.filter((sample) => sample !== late)
      const told = {
        from: late.measuredAt,
        until: late.measuredAt,
        register: late.energyWh !== null,
      }
      const start = charging ? [sampleAt(0, { energyWh: 0 })] : []
      const touched = touchedBy(told, neighboursIn([...start, ...others], late.measuredAt), GAP_MS)
      const transactions = charging ? [transactionBetween('t', [0, 0])] : []
      const of = (some: readonly LoadSample[]) =>
        rollUp(aMeter({ samples: some, transactions }), NOON, MINUTES, NOON + DAY)
      const [before, after] = [of(others), of(samples)]
      for (let at = 0; at < MINUTES; at += 1) {
        const from = NOON + at * MINUTE
        if (from >= quarterOf(touched.from) && quarterOf(from) <= touched.until) continue
        expect([after.energyWh[at], after.known[at], after.flags[at], after.maxW[at]]).toEqual([
          before.energyWh[at],
          before.known[at],
          before.flags[at],
          before.maxW[at],
        ])
      }
    }),
    { numRuns: 300 },
  )
})

test('a value at the end of what is known touches the time since the one before, and all that comes', () => {
  const told = { from: NOON, until: NOON, register: true }
  const registerBefore = NOON - 20 * MINUTE
  const touched = touchedBy(told, { registerBefore, registerAfter: null, after: null }, GAP_MS)
  expect(touched).toEqual({ from: registerBefore, until: Infinity })
})

/** Powers are rounded as they add up within a quarter of an hour. */
const QUARTER = 15 * MINUTE

function quarterOf(at: Instant): Instant {
  return at - (at % QUARTER)
}

/** As the hub finds them. */
function neighboursIn(samples: readonly LoadSample[], at: Instant) {
  const times = (some: readonly LoadSample[]) => some.map(({ measuredAt }) => measuredAt)
  const registers = times(samples.filter(({ energyWh }) => energyWh !== null))
  const all = times(samples)
  return {
    registerBefore: registers.findLast((other) => other < at) ?? null,
    registerAfter:
      registers.find((other) => other > at + ROLL_BACK_MS) ??
      registers.findLast((other) => other > at) ??
      null,
    after: all.find((other) => other > at) ?? null,
  }
}
