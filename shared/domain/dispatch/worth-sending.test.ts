import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../time/instant.ts'
import {
  APART_MS,
  CALM_MS,
  countSent,
  DAILY_BUDGET,
  type Difference,
  jitterMs,
  nextTurn,
  type SentLately,
  worthSending,
} from './worth-sending.ts'

const NOW = 1_000 * HOUR
const until = NOW + 8 * HOUR
const installed = [[NOW - HOUR, 160]] as const

describe('a change is worth a write', () => {
  const worth = (wanted: Difference['wanted'], now = NOW) =>
    worthSending({ installed, wanted, installedUntil: until, until }, now)

  test('when an ampere more is to flow for the next quarter of an hour, or as much in less time', () => {
    expect(worth([[NOW, 170]])).toBe('calm')
    expect(worth([[NOW, 169]])).toBe('no')
    const short = (da: number) =>
      worth([
        [NOW, da],
        [NOW + 5 * MINUTE, 160],
      ])
    expect(short(190)).toBe('calm')
    expect(short(189)).toBe('no')
  })

  test('when two amperes less are: what the grid bears does not wait for it', () => {
    expect(worth([[NOW, 140]])).toBe('calm')
    expect(worth([[NOW, 141]])).toBe('no')
  })

  test('and presses when it is four times as much', () => {
    expect(worth([[NOW, 200]])).toBe('spaced')
    expect(worth([[NOW, 80]])).toBe('spaced')
    expect(worth([[NOW, 81]])).toBe('calm')
  })

  test('not yet when it changes later, unless it is much', () => {
    const later = (da: number): Difference['wanted'] => [
      [NOW - HOUR, 160],
      [NOW + 40 * MINUTE, da],
    ]
    expect(worth(later(110))).toBe('no')
    expect(worth(later(110), NOW + 32 * MINUTE)).toBe('calm')
    expect(worth(later(60))).toBe('calm')
    expect(worth(later(60), NOW - 25 * MINUTE)).toBe('no')
  })

  test('when it leaves a car short that is about to go, however little at a time', () => {
    const wanted = [[NOW, 165]] as const
    const soon = NOW + 12 * MINUTE
    const difference = { installed, wanted, installedUntil: soon, until: soon }
    expect(worthSending(difference, NOW)).toBe('spaced')
    expect(worthSending({ ...difference, wanted: [[NOW, 163]] }, NOW)).toBe('no')
    expect(worthSending({ ...difference, wanted: [[NOW, 155]] }, NOW)).toBe('no')
  })

  test('at once for a car that has none', () => {
    const difference = { installed: null, wanted: installed, installedUntil: null, until }
    expect(worthSending(difference, NOW)).toBe('now')
  })

  test('when what is installed ends before the car leaves', () => {
    const difference = { installed, wanted: installed, installedUntil: NOW + 30 * MINUTE, until }
    expect(worthSending(difference, NOW)).toBe('spaced')
  })
})

describe('a charger’s turn', () => {
  const lately = (more: Partial<SentLately>): SentLately => ({
    lastAt: NOW,
    count: 1,
    since: NOW - HOUR,
    ...more,
  })

  test('comes a minute after the last at the earliest, and not everybody’s at once', () => {
    fc.assert(
      fc.property(fc.uuid(), (station) => {
        const turn = nextTurn(station, lately({}))
        expect(turn).toBeGreaterThanOrEqual(NOW + APART_MS)
        expect(turn).toBeLessThan(NOW + APART_MS + 15 * SECOND)
      }),
    )
    const turns = Array.from({ length: 50 }, (_, at) => nextTurn(`station ${at}`, lately({})))
    expect(new Set(turns).size).toBeGreaterThan(40)
  })

  test('comes later for what isn’t pressing', () => {
    expect(nextTurn('s', lately({}), CALM_MS)).toBeGreaterThanOrEqual(NOW + CALM_MS)
  })

  test('comes seldom when half of the day’s writes are used, and next day when all are', () => {
    expect(nextTurn('s', lately({ count: DAILY_BUDGET / 2 }))).toBeGreaterThan(NOW + 9 * MINUTE)
    expect(nextTurn('s', lately({ count: DAILY_BUDGET }))).toBe(NOW - HOUR + DAY)
  })

  test('no day has more than its budget of them', () => {
    let sent: SentLately = { lastAt: null, count: 0, since: NOW }
    let writes = 0
    for (let at = nextTurn('s', sent); at < NOW + DAY; at = nextTurn('s', sent)) {
      sent = countSent(sent, at)
      writes += 1
    }
    expect(writes).toBeLessThanOrEqual(DAILY_BUDGET)
    expect(writes).toBeGreaterThan(DAILY_BUDGET / 2)
  })

  test('is jittered the same way each time', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 100_000 }), (station, most) => {
        expect(jitterMs(station, most)).toBe(jitterMs(station, most))
        expect(jitterMs(station, most)).toBeLessThan(most)
      }),
    )
  })
})
