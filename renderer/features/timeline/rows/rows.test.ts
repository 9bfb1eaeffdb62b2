import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aStation } from '../../../../shared/domain/station/station-fixture.ts'
import { connectorLike } from '../booking-fixture.ts'
import { placeKeeper } from './places.ts'
import { everyRow, filterPlaces } from './row-filter.ts'
import { heightOf, ROW_HEIGHT, rowAt, timelineRows, totalHeight, ZONE_HEIGHT } from './rows.ts'

const stations = [
  aStation({ id: 'b', name: 'B1', zone: 'Zon B' }),
  aStation({ id: 'a10', name: 'A10', zone: 'Zon A' }),
  aStation({ id: 'a2', name: 'A2', zone: 'Zon A' }),
  aStation({ id: 'none', name: 'X', zone: '' }),
  aStation({ id: 'gone', name: 'A0', zone: 'Zon A', retiredAt: 1 }),
]
const connectors = stations.flatMap(({ id }) =>
  [2, 0, 1].map((connectorId) =>
    connectorLike({ id: `${id}-${connectorId}`, stationId: id, connectorId }),
  ),
)
const places = placeKeeper()(stations, connectors)
const single = () => 1
const nothing = new Set<string>()

test('places stand by zone, station and connector; a zone without a name comes last', () => {
  expect(places.map(({ key }) => key)).toEqual([
    'a2/1',
    'a2/2',
    'a10/1',
    'a10/2',
    'b/1',
    'b/2',
    'none/1',
    'none/2',
  ])
})

test('a place in which nothing changed is the same one again', () => {
  const keep = placeKeeper()
  const before = keep(stations, connectors)
  const after = keep(
    stations,
    connectors.map((row) => (row.id === 'b-1' ? { ...row, powerW: 7 } : row)),
  )
  expect(after.filter((place, index) => place !== before[index]).map(({ key }) => key)).toEqual([
    'b/1',
  ])
})

test('zones have heads, and a collapsed one nothing else', () => {
  const rows = timelineRows(places, new Set(['Zon A']), single)
  expect(rows.map(({ key }) => key)).toEqual([
    'zone:Zon A',
    'zone:Zon B',
    'b/1',
    'b/2',
    'zone:',
    'none/1',
    'none/2',
  ])
  expect(rows[2]).toMatchObject({ top: 2 * ZONE_HEIGHT, height: ROW_HEIGHT, first: true })
  expect(rows[3]).toMatchObject({ first: false })
})

test('the only zone has no head', () => {
  const only = places.filter(({ station }) => station.zone === 'Zon B')
  expect(timelineRows(only, new Set(['Zon B']), single).map(({ key }) => key)).toEqual([
    'b/1',
    'b/2',
  ])
})

test('a row of two lanes is hardly higher, one of many grows', () => {
  expect(heightOf(1)).toBe(ROW_HEIGHT)
  expect(heightOf(2)).toBeLessThan(ROW_HEIGHT + 4)
  expect(heightOf(5)).toBeGreaterThan(2 * ROW_HEIGHT)
})

test('rows lie one under the other, and each is found at every height it covers', () => {
  const lanes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(lanes, fc.subarray(['Zon A', 'Zon B', '']), (counts, folded) => {
      const rows = timelineRows(
        places,
        new Set(folded),
        (key) => counts[places.findIndex((place) => place.key === key)] ?? 1,
      )
      let top = 0
      for (const row of rows) {
        expect(row.top).toBe(top)
        expect(rowAt(rows, row.top)).toBe(row)
        expect(rowAt(rows, row.top + row.height - 0.5)).toBe(row)
        top += row.height
      }
      expect(totalHeight(rows)).toBe(top)
      expect(rowAt(rows, top)).toBeNull()
      expect(rowAt(rows, -1)).toBeNull()
    }),
  )
})

test('filters narrow the rows by zone, state and words', () => {
  const keys = (filter: Partial<typeof everyRow>) =>
    filterPlaces(places, { ...everyRow, ...filter }, (key) => key === 'b/2').map(({ key }) => key)
  expect(keys({})).toHaveLength(8)
  expect(keys({ zones: ['Zon B'] })).toEqual(['b/1', 'b/2'])
  expect(keys({ states: ['fault'] })).toEqual([])
  expect(keys({ freeOnly: true })).toHaveLength(8)
  expect(keys({ overbooked: true })).toEqual(['b/2'])
  expect(keys({ search: 'a10 zon' })).toEqual(['a10/1', 'a10/2'])
  expect(
    timelineRows(
      filterPlaces(places, { ...everyRow, zones: ['Zon B'] }, () => false),
      nothing,
      single,
    ),
  ).toHaveLength(2)
})
