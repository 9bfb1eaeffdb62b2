import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../time/instant.ts'
import type { PriceSignal } from './price-signal.ts'
import { pricesOver } from './prices-over.ts'
import type { SeriesStep } from './series.ts'

const timeZone = 'Europe/Stockholm'
const at = (text: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds
const over = (
  priceSignal: PriceSignal,
  from: string,
  slots: number,
  series: readonly SeriesStep[] = [],
  slotMs = HOUR,
) => pricesOver({ site: { priceSignal, timeZone }, series }, at(from), slotMs, slots)

const nights: PriceSignal = {
  kind: 'periods',
  periods: [
    { weekdays: [6, 7], from: 0, until: 1_440, pricePerMWh: 40_000 },
    { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 6 * 60, pricePerMWh: 50_000 },
  ],
  otherwisePerMWh: 90_000,
}

test('without a price signal it makes no difference when', () => {
  expect(over({ kind: 'none' }, '2026-06-01T00:00', 3)).toBeNull()
})

test('periods hold by the site’s clock, the first where two overlap', () => {
  expect(over(nights, '2026-06-01T05:00', 2)).toEqual([50_000, 90_000])
  expect(over(nights, '2026-06-05T23:00', 2)).toEqual([90_000, 40_000])
})

test('a period ends when the wall says so, on a day of 23 hours too', () => {
  const sundays: PriceSignal = {
    kind: 'periods',
    periods: [{ weekdays: [7], from: 0, until: 4 * 60, pricePerMWh: 1 }],
    otherwisePerMWh: 2,
  }
  expect(over(sundays, '2026-03-29T00:00', 4)).toEqual([1, 1, 1, 2])
  expect(over(sundays, '2026-10-25T00:00', 6)).toEqual([1, 1, 1, 1, 1, 2])
})

test('a slot over the end of a period costs the mean', () => {
  expect(over(nights, '2026-06-01T05:45', 1)).toEqual([50_000 * 0.25 + 90_000 * 0.75])
})

const step = (startsAt: number, value: number): SeriesStep => ({
  startsAt,
  endsAt: startsAt + HOUR,
  value,
})

test('imported prices count; beyond them those of a week before, and else the mean, so that nobody seeks them', () => {
  const first = at('2026-06-01T10:00')
  const series = [step(first, 100), step(first + 7 * DAY, 300), step(first + 7 * DAY + HOUR, -50)]
  expect(over({ kind: 'series' }, '2026-06-08T10:00', 3, series)).toEqual([300, -50, 125])
  expect(over({ kind: 'series' }, '2026-06-15T10:00', 1, series)).toEqual([300])
  expect(over({ kind: 'series' }, '2026-06-15T10:00', 1)).toBeNull()
})
