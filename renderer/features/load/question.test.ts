import { expect, test } from 'vitest'
import { HOUR } from '../../../shared/time/instant.ts'
import { MIDNIGHT } from './load-fixture.ts'
import { questionOf, splitsOf, usualSplit } from './question.ts'

const site = { scope: 'site', id: null } as const
const station = { scope: 'station', id: 's' } as const
const parts = { feeders: 0, stations: 12, connectors: 0 }
const day = { from: MIDNIGHT, until: MIDNIGHT + 24 * HOUR }

test('a site is split by its feeders, by its stations while they can be told apart, or not at all', () => {
  expect(usualSplit(site, { ...parts, feeders: 3 })).toBe('feeder')
  expect(usualSplit(site, parts)).toBe('station')
  expect(usualSplit(site, { ...parts, stations: 200 })).toBe('none')
  expect(usualSplit(site, { ...parts, stations: 1 })).toBe('none')
  expect(usualSplit(station, { ...parts, connectors: 2 })).toBe('connector')
  expect(usualSplit({ scope: 'building', id: null }, parts)).toBe('none')
})

test('nothing is split by what there is none of', () => {
  expect(splitsOf(site, parts)).toEqual(['none', 'station', 'phase'])
  expect(splitsOf(station, { ...parts, connectors: 1 })).toEqual(['none', 'phase'])
})

test('no more is asked for than has been', () => {
  const now = MIDNIGHT + 5 * HOUR
  expect(questionOf(station, 'none', 'day', day, now)).toEqual({
    scope: 'station',
    id: 's',
    from: MIDNIGHT,
    until: now,
    step: 'quarter',
    split: 'none',
  })
  expect(questionOf(site, 'none', 'day', day, MIDNIGHT)).toBeNull()
})
