import { expect, test } from 'vitest'
import { firstGridTerms } from '../../../shared/domain/site/grid.ts'
import { firstTerms } from '../../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../../shared/domain/site/desk-terms.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { chartOf } from './chart.ts'
import type { Known } from './chart.ts'
import { legendOf } from './legend.ts'
import { aCurve, aLine, MIDNIGHT, STOCKHOLM } from './load-fixture.ts'
import type { Answered } from './use-load.ts'

const known: Known = {
  site: {
    id: 'site',
    name: 'Norra depån',
    timeZone: STOCKHOLM,
    currency: 'SEK',
    ...firstTerms,
    ...firstDeskTerms,
    ...firstGridTerms,
    gridLimitW: 100_000,
    baseLoad: { kind: 'constant', powerW: 5_000 },
    createdAt: 0,
    updatedAt: 0,
  },
  plan: null,
  temporary: [],
  feeder: null,
}
const answer: Answered = {
  wanted: {
    of: { scope: 'site', id: null },
    split: 'station',
    span: 'day',
    stretch: { from: MIDNIGHT, until: MIDNIGHT + DAY },
    live: false,
    compared: true,
    building: false,
    timeZone: STOCKHOLM,
    asOf: MIDNIGHT + 12 * HOUR,
  },
  curve: aCurve([aLine('A1', [1_000, 2_000]), aLine('A2', [3_000, 1_000])]),
  whole: null,
  building: null,
  compared: {
    ...aCurve([aLine('site', [7_000, 8_000])]),
    startsAt: [MIDNIGHT - DAY, MIDNIGHT - DAY + HOUR],
    endsAt: MIDNIGHT - DAY + 2 * HOUR,
  },
  comparedBuilding: null,
}
const words = { series: (key: string) => key, compared: 'compared', mark: (mark: string) => mark }
const namesIn = (chart: ReturnType<typeof chartOf>) =>
  legendOf(chart, ['A2', 'A1'], words).map(({ name }) => name)

test('what is compared stands over the same hour, with the building as it was told', () => {
  const { points } = chartOf(answer, known, true)
  expect(points[0]).toMatchObject({ at: MIDNIGHT, total: 9, compared: 12, base: 5, limit: 100 })
})

test('the legend names what is in the chart and nothing else', () => {
  expect(namesIn(chartOf(answer, known, true))).toEqual([
    'A2',
    'A1',
    'base',
    'total',
    'compared',
    'limit',
  ])
  const bare = { ...answer, compared: null }
  const unlimited = {
    ...known,
    site: { ...known.site, gridLimitW: null, baseLoad: { kind: 'none' as const } },
  }
  expect(namesIn(chartOf(bare, unlimited, false))).toEqual(['A2', 'A1'])
})

test('a year is shown in energy a day, phases in amperes, all else in power', () => {
  const measure = (change: Partial<Answered['wanted']>) =>
    chartOf({ ...answer, wanted: { ...answer.wanted, ...change } }, known, true).measure
  expect(measure({})).toBe('power')
  expect(measure({ span: 'year' })).toBe('energy')
  expect(measure({ split: 'phase' })).toBe('current')
})

test('the building and the limit of the site are no part of a station’s chart', () => {
  const of = { scope: 'station', id: 's' } as const
  const { points } = chartOf({ ...answer, wanted: { ...answer.wanted, of } }, known, true)
  expect(points[0]).toMatchObject({ base: null, limit: null, total: 4 })
})
