import { beforeAll, describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/time/instant.ts'
import { liveThrough } from './live-through.ts'
import type { Lived } from './live-through.ts'
import { dayOf } from './scenario.ts'

/**
 * Four hours on a small depot: forty cars at twenty chargers, some late, some not coming, some taking less, three
 * chargers on another project's client, one whose line breaks, and a limit told when it begins.
 */
const day = dayOf({
  seed: 'a short day',
  from: Date.UTC(2026, 5, 3, 14),
  hours: 4,
  stations: 20,
  cars: 40,
})

/** Chargers measure once a minute: what goes wrong can't be seen sooner. */
const MEASURES_EVERY_S = 60
/** A driver who is told so long before can still do something else. */
const IN_TIME_MS = 10 * MINUTE
/** How often a charger is written to in an hour, in the mean. */
const WRITES_AN_HOUR = 7
/** A machine that is busy with other things makes the days longer, and nothing else. */
const AT_MOST_MS = 20 * MINUTE

describe('the same day under the hub’s plan', () => {
  let lived: Lived
  beforeAll(async () => {
    lived = await liveThrough(day, { speed: 480, isControlled: true, tellsTemporaryLimit: true })
  }, AT_MOST_MS)

  it('goes without a message that one side refuses', () => {
    expect(lived.troubles).toEqual([])
  })

  it('never draws more than the site, its phases and its feeders bear for longer than between two measurements', () => {
    for (const { what, longestOverS } of lived.loaded) {
      expect([what, Math.min(longestOverS, MEASURES_EVERY_S)]).toEqual([what, longestOverS])
    }
  })

  it('keeps every promise, or has named it in time', () => {
    const { accepted, kept, couldNot, noShows, broken } = lived.kept
    const unnamed = broken.filter(({ namedBeforeMs }) => (namedBeforeMs ?? 0) < IN_TIME_MS)
    expect(unnamed).toEqual([])
    expect(kept + couldNot + noShows + broken.length).toBe(accepted)
    expect(kept).toBeGreaterThan(accepted / 2)
  })

  it('spares the chargers’ memory', () => {
    const hours = (day.until - day.from) / (60 * MINUTE)
    const told = lived.commands['SetChargingProfile Accepted'] ?? 0
    expect(told).toBeGreaterThan(day.stations.length)
    expect(told / day.stations.length / hours).toBeLessThan(WRITES_AN_HOUR)
  })
})

describe('a day that nobody controls', () => {
  let lived: Lived
  beforeAll(async () => {
    lived = await liveThrough(day, { speed: 1_200, isControlled: false, tellsTemporaryLimit: true })
  }, AT_MOST_MS)

  it('goes without a message that one side refuses', () => {
    expect(lived.troubles).toEqual([])
  })

  it('draws more than the connection bears', () => {
    const [site] = lived.loaded
    expect(site?.what).toBe('site')
    expect(site?.worstShare).toBeGreaterThan(1.2)
    expect(site?.longestOverS).toBeGreaterThan(5 * MEASURES_EVERY_S)
  })

  it('leaves nobody short: whoever came in time has what was booked', () => {
    const { accepted, kept, couldNot, noShows, broken } = lived.kept
    expect(broken).toEqual([])
    expect(kept).toBeGreaterThan(0)
    expect(kept + couldNot + noShows).toBe(accepted)
  })

  it('limits no charger', () => {
    expect(Object.keys(lived.commands).filter((what) => what.startsWith('Set'))).toEqual([])
  })
})
