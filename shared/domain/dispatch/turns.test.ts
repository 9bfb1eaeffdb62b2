import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allPhases } from '../planning/problem.ts'
import { headroomUnder, type Bounds } from './headroom.ts'
import { MOST_AT_ONCE, turnsNow, type Turn } from './turns.ts'

const bounds: Bounds = { voltageV: 230, limitW: 22_000, limitDa: null, feeders: [] }
const turn = (id: string, atWorstW: number, allowedW: number, more: Partial<Turn> = {}): Turn => ({
  id,
  atWorstW,
  allowedW,
  isDue: true,
  isNew: false,
  rank: 0,
  phases: allPhases,
  feederId: null,
  ...more,
})

describe('whose turn it is', () => {
  test('who gives room away, before the one that is to have it', () => {
    const swap = [turn('up', 6_000, 14_000), turn('down', 14_000, 6_000)]
    expect(turnsNow(swap, [], bounds)).toEqual(['down'])
  })

  test('who is to have it, once the other has been told', () => {
    expect(turnsNow([turn('up', 6_000, 14_000), turn('down', 6_000, 6_000)], [], bounds)).toEqual([
      'down',
      'up',
    ])
  })

  test('both, where there is room for both', () => {
    const swap = [turn('up', 4_140, 8_000), turn('down', 11_000, 6_000)]
    expect(turnsNow(swap, [], bounds)).toEqual(['down', 'up'])
  })

  test('at once whoever draws what the limit doesn’t bear, due or not', () => {
    const waiting = { isDue: false }
    const turns = [turn('a', 11_000, 9_000, waiting), turn('b', 8_000, 7_900, waiting)]
    const others = [{ ...turn('', 0, 0), w: 4_000 }]
    expect(turnsNow(turns, others, bounds)).toEqual(['a'])
    expect(turnsNow(turns, [], bounds)).toEqual([])
  })

  test('at once whoever has the room that a new car waits for', () => {
    const turns = [
      turn('old', 20_000, 12_000, { isDue: false }),
      turn('new', 0, 8_000, { isDue: false, isNew: true }),
    ]
    expect(turnsNow(turns, [], bounds)).toEqual(['old'])
  })

  test('at most so many at once that wait for nothing but their turn', () => {
    const many = Array.from({ length: 50 }, (_, at) => turn(String(at), 100, 50))
    expect(turnsNow(many, [], bounds)).toHaveLength(MOST_AT_ONCE)
  })

  test('whatever is told, lowerings not yet taken included, the bounds hold', () => {
    const somePlace = {
      phases: fc.subarray([...allPhases], { minLength: 1 }),
      feederId: fc.constantFrom('f', null),
    }
    const someTurns = fc
      .array(
        fc.record({
          ...somePlace,
          atWorstW: fc.nat(11_000),
          allowedW: fc.nat(11_000),
          isDue: fc.boolean(),
          isNew: fc.boolean(),
          rank: fc.nat(5),
        }),
        { maxLength: 15 },
      )
      .map((turns) => turns.map((one, at) => ({ ...one, id: String(at) })))
    fc.assert(
      fc.property(someTurns, fc.integer({ min: 10_000, max: 90_000 }), (turns, limitW) => {
        const site = {
          voltageV: 230,
          limitW,
          limitDa: 900,
          feeders: [{ id: 'f', parentId: null, limitW: 30_000, limitDa: null }],
        }
        const told = new Set(turnsNow(turns, [], site))
        const before = headroomUnder(site)
        for (const one of turns) before.add(one, one.atWorstW)
        const raised = turns.filter(
          ({ id, allowedW, atWorstW }) => told.has(id) && allowedW > atWorstW,
        )
        for (const one of raised) before.add(one, one.allowedW - one.atWorstW)
        if (raised.length > 0) expect(raised.every((one) => before.fits(one, 0))).toBe(true)
      }),
    )
  })
})
