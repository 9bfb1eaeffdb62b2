import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyStation, filterCount, filterStations, zonesOf } from './station-filter.ts'
import { compareConnection, compareKnown, compareNeed, compareWords } from './station-order.ts'
import { aConnector, aStation, aTransaction } from './station-fixture.ts'
import { stationRow } from './station-row.ts'
import type { StationRow } from './station-row.ts'
import { tileLines } from './tile-lines.ts'
import { zoneGroups } from './zone-groups.ts'

const charging = aStation(2, { name: 'A2', zone: 'North' })
const offline = aStation(10, { name: 'A10', zone: '', connection: 'offline' })
const broken = aStation(3, { name: 'B1', zone: 'South', authentication: 'none' })
const rows: StationRow[] = [
  stationRow(charging, [aConnector(charging, 1, { status: 'Charging' })], [aTransaction(charging)]),
  stationRow(offline, [aConnector(offline, 1)], []),
  stationRow(
    broken,
    [aConnector(broken, 1, { status: 'Faulted', errorCode: 'GroundFailure' })],
    [],
  ),
]
const names = (found: readonly StationRow[]): string[] => found.map((row) => row.station.name)

describe('filtering stations', () => {
  it('lets everything through when nothing is asked', () => {
    expect(filterStations(rows, everyStation)).toHaveLength(3)
    expect(filterCount(everyStation)).toBe(0)
  })

  it('wants every word of a search, in any of the station’s own words or its running id token', () => {
    expect(names(filterStations(rows, { ...everyStation, search: 'vendor a2' }))).toEqual(['A2'])
    expect(names(filterStations(rows, { ...everyStation, search: 'abc123' }))).toEqual(['A2'])
    expect(filterStations(rows, { ...everyStation, search: 'a2 south' })).toEqual([])
  })

  it('narrows by state, zone, connection, faults and missing passwords', () => {
    expect(names(filterStations(rows, { ...everyStation, states: ['charging', 'fault'] }))).toEqual(
      ['A2', 'B1'],
    )
    expect(names(filterStations(rows, { ...everyStation, zone: '' }))).toEqual(['A10'])
    expect(names(filterStations(rows, { ...everyStation, connection: 'offline' }))).toEqual(['A10'])
    expect(names(filterStations(rows, { ...everyStation, faulted: true }))).toEqual(['B1'])
    expect(names(filterStations(rows, { ...everyStation, noPassword: true }))).toEqual(['B1'])
  })

  it('takes whoever makes it wait, the site or the car, for waiting', () => {
    const paused = [
      stationRow(charging, [aConnector(charging, 1, { status: 'SuspendedEV' })], []),
      stationRow(broken, [aConnector(broken, 1, { status: 'SuspendedEVSE' })], []),
    ]
    const waiting = filterStations(paused, { ...everyStation, states: ['waiting'] })
    expect(names(waiting)).toEqual(['A2', 'B1'])
  })
})

describe('ordering stations', () => {
  it('puts what needs a hand first', () => {
    expect(names(rows.toSorted(compareNeed))).toEqual(['B1', 'A10', 'A2'])
    expect(names(rows.toSorted(compareConnection))[0]).toBe('A10')
  })

  it('reads numbers in names as numbers', () => {
    expect(['A10', 'a2', 'A1'].toSorted(compareWords)).toEqual(['A1', 'a2', 'A10'])
  })

  it('ranks an unknown number below zero', () => {
    expect(compareKnown(null, 0)).toBeLessThan(0)
  })
})

describe('grouping by zone', () => {
  it('names the zones in reading order with the nameless one last', () => {
    expect(zonesOf(rows, compareWords)).toEqual(['North', 'South', ''])
    expect(zoneGroups(rows).map((group) => [group.faulted, group.offline])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
    ])
  })

  it('keeps every station exactly once however many tiles fit on a line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2, max: 40 }),
        fc.integer({ min: 0, max: 60 }),
        (perLine, count) => {
          const many = Array.from({ length: count }, (_, number) =>
            stationRow(aStation(number, { zone: `Z${number % 3}` }), [], []),
          )
          const lines = tileLines(zoneGroups(many), perLine)
          const shown = lines.flatMap((line) => (line.kind === 'tiles' ? line.rows : []))
          expect(new Set(shown.map((row) => row.id)).size).toBe(count)
          expect(shown).toHaveLength(count)
          expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length)
        },
      ),
    )
  })
})
