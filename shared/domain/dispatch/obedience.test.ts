import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../time/instant.ts'
import {
  type Conduct,
  givesAway,
  judgeConduct,
  judgeTaking,
  type Sample,
  type Taking,
  unproven,
} from './obedience.ts'

const START = 1_000 * MINUTE
const sample = (minute: number, drawnW: number, more: Partial<Sample> = {}): Sample => ({
  measuredAt: START + minute * MINUTE,
  drawnW,
  allowedW: 4_140,
  allowedSince: START,
  mostW: 11_040,
  ampereW: 690,
  ...more,
})
const after = (draws: readonly number[], more: Partial<Sample> = {}): Conduct =>
  draws.reduce((conduct, w, at) => judgeConduct(conduct, sample(at + 1, w, more)), unproven)

describe('a charger that accepts and ignores', () => {
  test('is caught when it draws too much for more than two measuring intervals', () => {
    expect(after([11_000, 11_000]).follows).toBe('unproven')
    expect(after([11_000, 11_000, 11_000]).follows).toBe('no')
  })

  test('is not one that needs some seconds, or a sample told twice', () => {
    const early = sample(0, 11_000, { measuredAt: START + 5 * SECOND })
    expect(judgeConduct(unproven, early)).toEqual(unproven)
    const once = judgeConduct(unproven, sample(1, 11_000))
    expect(judgeConduct(judgeConduct(once, sample(1, 11_000)), sample(1, 11_000)).overs).toBe(1)
  })

  test('is cleared once its meter shows for a while that it holds to it', () => {
    const caught = [11_000, 11_000, 11_000]
    expect(after([...caught, 4_000, 4_000]).follows).toBe('no')
    expect(after([...caught, 4_000, 4_000, 4_000, 4_000, 4_000]).follows).toBe('yes')
  })
})

describe('a charger that obeys', () => {
  test('is shown by a car that could draw more', () => {
    expect(after([4_100]).follows).toBe('yes')
  })

  test('is not shown by a car that takes less than it may, or all that it can', () => {
    expect(after([1_000, 900]).follows).toBe('unproven')
    expect(after([11_000], { allowedW: 11_040 }).follows).toBe('unproven')
  })

  test('is never flagged, however its meter wavers within the tolerance', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_830 }), { maxLength: 30 }), (draws) => {
        expect(after(draws).follows).not.toBe('no')
      }),
    )
  })
})

describe('a car that takes less than it is offered', () => {
  const fresh: Taking = { lookedAt: null, lessSince: null }

  test('gives the rest away within a minute', () => {
    const taking = judgeTaking(fresh, sample(0, 1_000, { measuredAt: START + 20 * SECOND }))
    expect(givesAway(taking, START + 25 * SECOND)).toBe(false)
    expect(givesAway(taking, START + 45 * SECOND)).toBe(true)
  })

  test('has it back when it draws near what it may again', () => {
    const less = judgeTaking(fresh, sample(1, 1_000))
    expect(givesAway(less, START + 2 * MINUTE)).toBe(true)
    expect(givesAway(judgeTaking(less, sample(2, 4_000)), START + 3 * MINUTE)).toBe(false)
  })

  test('is given the time to follow a new offer', () => {
    const offered = { allowedSince: START + MINUTE }
    const soon = sample(0, 1_000, { ...offered, measuredAt: START + MINUTE + 10 * SECOND })
    expect(judgeTaking(fresh, soon)).toEqual(fresh)
  })
})
