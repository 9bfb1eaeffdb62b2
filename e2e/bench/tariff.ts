import { MINUTE } from '../../shared/time/instant.ts'
import type { ChargingPeriod } from '../../shared/domain/tariff/charging-period.ts'
import { priceOf } from '../../shared/domain/tariff/price.ts'
import { countBySecond } from '../../shared/domain/tariff/test-bench/count-by-second.ts'
import { at, element, STOCKHOLM, tariff } from '../../shared/domain/tariff/test-bench/session.ts'
import type { Figure } from './figure/figure.ts'
import { median } from './figure/quantile.ts'
import { report } from './figure/report.ts'
import { timed, timesOf } from './planning/timed.ts'

/** A session of minutes by a tariff of ten elements with every kind of bound; beside it the count by the second. */
const ROUNDS = 500
const SIZES = [10, 500]

const TARIFF = tariff(
  [
    element([['FLAT', 0.5, 20]]),
    element([['ENERGY', 0.2, 25]], { start_time: '22:00', end_time: '06:00', max_power: 5 }),
    element([['ENERGY', 0.3, 25]], { start_time: '06:00', end_time: '09:00', max_kwh: 10 }),
    element([['ENERGY', 0.31, 25]], { day_of_week: ['SATURDAY', 'SUNDAY'] }),
    element([['ENERGY', 0.33, 25]], { min_kwh: 20, max_power: 8 }),
    element([['ENERGY', 0.35, 25]]),
    element([['TIME', 1, 12, 60]], { max_duration: 3_600 }),
    element([['TIME', 2, 12, 60]], { min_duration: 3_600 }),
    element([['PARKING_TIME', 5, 6, 300]], { start_time: '08:00', end_time: '20:00' }),
    element([['PARKING_TIME', 1, 6, 300]]),
  ],
  { max_price: { before_taxes: 20 } },
)

process.exitCode = report(SIZES.map(figureOf), process.argv.slice(2))

function figureOf(minutes: number): Figure {
  const periods = sessionOf(minutes)
  const rounds = Array.from({ length: ROUNDS }, () => periods)
  const times = timesOf(rounds, (one) => priceOf(TARIFF, STOCKHOLM, one))
  const counted = timed(() => countBySecond(TARIFF, STOCKHOLM, periods))
  return {
    bench: 'tariff',
    figure: `median, a session of ${minutes} periods, ten elements`,
    value: median(times),
    unit: 'ms',
    baseline: counted.ms,
    budget: { of: 'value', is: '<=', limit: 1 },
  }
}

/** Four fifths of it charging at 7.2 kW, from early in the morning. */
function sessionOf(minutes: number): ChargingPeriod[] {
  const begins = at('2026-06-01T05:00')
  return Array.from({ length: minutes }, (_, minute): ChargingPeriod => {
    const charging = minute < 0.8 * minutes
    return {
      startsAt: begins + minute * MINUTE,
      seconds: 60,
      state: charging ? 'CHARGING' : 'PARKING',
      energyMilliWh: charging ? 120_000 : 0,
      powerW: charging ? 7_200 : 0,
      currentA: null,
    }
  })
}
