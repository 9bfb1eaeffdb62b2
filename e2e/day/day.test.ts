import { beforeAll, describe, expect, it } from 'vitest'
import { liveThrough } from './live-through.ts'
import type { Lived } from './live-through.ts'
import { dayOf } from './scenario.ts'

/** A short day on a small depot, fast: an hour and a half, twelve cars, three of them on another project's client. */
const day = dayOf({
  seed: 'a short day',
  from: Date.UTC(2026, 5, 3, 13),
  hours: 1.5,
  stations: 12,
  cars: 12,
})

describe('the same day under the hub’s plan', () => {
  let lived: Lived
  beforeAll(async () => {
    lived = await liveThrough(day, { speed: 180, isControlled: true, tellsTemporaryLimit: true })
  }, 180_000)

  it('goes without a message that one side refuses', () => {
    expect(lived.troubles).toEqual([])
  })

  it('tells the chargers what they may draw, and they agree', () => {
    expect(lived.commands['SetChargingProfile Accepted']).toBeGreaterThan(12)
  })

  it('stays within what the site, its phases and its feeders bear, but for the moments of a change', () => {
    for (const { what, minutesOver, worstShare } of lived.loaded) {
      expect([what, minutesOver < 3, worstShare < 1.4]).toEqual([what, true, true])
    }
  })
})

describe('a day that nobody controls', () => {
  let lived: Lived
  beforeAll(async () => {
    lived = await liveThrough(day, { speed: 360, isControlled: false, tellsTemporaryLimit: false })
  }, 120_000)

  it('goes without a message that one side refuses', () => {
    expect(lived.troubles).toEqual([])
  })

  it('draws more than the connection bears', () => {
    const [site] = lived.loaded
    expect(site?.what).toBe('site')
    expect(site?.worstShare).toBeGreaterThan(1.2)
    expect(site?.minutesOver).toBeGreaterThan(1)
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
