import fc from 'fast-check'
import { SECOND } from '../../../time/instant.ts'
import type { ChargingPeriod, PeriodState } from '../charging-period.ts'
import { at } from './session.ts'

/** Near midnight, and in both nights in which the clocks change. */
const anyStart = fc
  .tuple(
    fc.constantFrom('2026-06-05T23:20', '2026-10-24T23:40', '2026-10-25T01:30', '2027-03-28T01:10'),
    fc.integer({ min: 0, max: 3_600 }),
  )
  .map(([shown, seconds]) => at(shown) + seconds * SECOND)

interface Stretch {
  readonly state: PeriodState
  readonly seconds: number
  /** Whole Wh in a second, so that a count can see each. */
  readonly whPerSecond: number
  readonly powerW: number | null
  readonly currentA: number | null
}

const anyStretch = (states: PeriodState[]): fc.Arbitrary<Stretch> =>
  fc.record({
    state: fc.constantFrom(...states),
    seconds: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 2_400 }) }, fc.constant(0)),
    whPerSecond: fc.integer({ min: 0, max: 4 }),
    powerW: fc.constantFrom(null, null, 3_600, 7_200, 11_000),
    currentA: fc.constantFrom(null, null, 6, 16, 48),
  })

function periodsOf(startsAt: number, stretches: readonly Stretch[]): ChargingPeriod[] {
  let next = startsAt
  return stretches.map(({ state, seconds, whPerSecond, powerW, currentA }) => {
    const energyMilliWh = state === 'CHARGING' ? 1_000 * whPerSecond * Math.max(1, seconds) : 0
    const period = { startsAt: next, seconds, state, energyMilliWh, powerW, currentA }
    next += seconds * SECOND
    return period
  })
}

/** Any session: perhaps a reservation, then charging and parking in turns; or a reservation that nobody came to. */
export const anySession: fc.Arbitrary<ChargingPeriod[]> = fc
  .tuple(
    anyStart,
    fc.array(anyStretch(['RESERVATION']), { maxLength: 1 }),
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.array(anyStretch(['CHARGING', 'CHARGING', 'PARKING']), {
          minLength: 1,
          maxLength: 4,
        }),
      },
      { weight: 1, arbitrary: fc.array(anyStretch(['RESERVATION_EXPIRED']), { maxLength: 2 }) },
    ),
  )
  .map(([startsAt, reservation, stay]) => periodsOf(startsAt, [...reservation, ...stay]))

/** The same session with each period cut in two at the second that is the share of it; nothing else told otherwise. */
export function cutAt(periods: readonly ChargingPeriod[], share: number): ChargingPeriod[] {
  return periods.flatMap((period) => {
    const seconds = Math.floor(period.seconds * share)
    if (seconds === 0) return [period]
    const energyMilliWh = (period.energyMilliWh / period.seconds) * seconds
    return [
      { ...period, seconds, energyMilliWh },
      {
        ...period,
        startsAt: period.startsAt + seconds * SECOND,
        seconds: period.seconds - seconds,
        energyMilliWh: period.energyMilliWh - energyMilliWh,
      },
    ]
  })
}
