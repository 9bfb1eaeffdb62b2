import { eveningCars, passEvening } from './dispatch/evening.ts'
import { everyChange, worthAWrite } from './dispatch/messages.ts'
import type { Counted } from './dispatch/messages.ts'
import type { Figure } from './figure/figure.ts'
import { median, quantile } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'

/**
 * How many charging profiles the chargers of two hundred cars are sent from an afternoon to the next morning, as plans
 * change with every car that comes and goes: those that are worth a write in flash memory, against every change of any
 * car's plan. Both see the same plans, and there is no machine in the figures: they are the same on each.
 */
const CARS = 200

process.exitCode = main(process.argv.slice(2))

function main(args: readonly string[]): number {
  const cars = eveningCars(CARS, 2_026)
  const naive = everyChange()
  const ours = worthAWrite()
  const { replans } = passEvening(cars, (now, plans) => {
    naive.minute(now, plans)
    ours.minute(now, plans)
  })
  progress(`${CARS} cars, planned ${replans} times`)
  const perCar = ({ sent }: Counted): number[] => cars.map((car) => sent.get(car) ?? 0)
  const [mine, every] = [perCar(ours.counted), perCar(naive.counted)]
  const figures: Figure[] = [
    figure('profiles sent in all', sum(mine), sum(every), { of: 'ratio', is: '<=', limit: 0.6 }),
    figure('profiles to a charger, median', median(mine), median(every), null),
    figure('profiles to a charger, most', Math.max(...mine), Math.max(...every), {
      of: 'value',
      is: '<=',
      limit: 200,
    }),
    figure('periods of a profile, median', median(ours.counted.periods), null, null),
    figure('periods of a profile, 95 %', quantile(ours.counted.periods, 0.95), null, null),
    figure('periods of a profile, most', Math.max(...ours.counted.periods), null, null),
  ]
  return report(figures, args)
}

function figure(
  what: string,
  value: number,
  baseline: number | null,
  budget: Figure['budget'],
): Figure {
  return { bench: 'dispatch', figure: what, value, baseline, unit: '', budget }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
