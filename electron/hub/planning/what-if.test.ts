import { expect, test } from 'vitest'
import { planningQuestion } from '../../../shared/contract/planning.ts'
import { problemFrom } from './what-if.ts'

const session = { arrive: 0, depart: 4, energyWh: 5_000, maxW: 11_000 }
const read = (words: object) =>
  problemFrom(planningQuestion.parse({ slots: 8, sessions: [session], ...words }))
const faults = (words: object): string[] => {
  const answer = read(words)
  return answer.kind === 'faults' ? answer.faults : []
}

test('a number counts for every slot, amperes become tenths, a count of phases begins with L1', () => {
  expect(
    read({
      baseW: 3,
      limitA: 63,
      feeders: [{ id: 'N', limitA: 32.19 }],
      sessions: [{ ...session, phases: 2 }],
    }),
  ).toMatchObject({
    kind: 'problem',
    problem: {
      slotMinutes: 15,
      baseW: [3, 3, 3, 3, 3, 3, 3, 3],
      limitW: null,
      phases: { voltageV: 230, limitDa: [630, 630, 630, 630, 630, 630, 630, 630] },
      feeders: [{ id: 'N', parentId: null, limitDa: [321, 321, 321, 321, 321, 321, 321, 321] }],
      sessions: [{ id: '0', phases: ['L1', 'L2'], minW: 0, promised: true }],
    },
  })
})

test('a session that stays on is planned until the last slot', () => {
  expect(read({ sessions: [{ ...session, depart: 99 }] })).toMatchObject({
    problem: { sessions: [{ depart: 8 }] },
  })
})

test('what contradicts itself is told in sentences', () => {
  expect(faults({ baseW: [1, 2], prices: [1] })).toEqual([
    'baseW has 2 values for 8 slots. Give one for each, or a single number.',
    'prices has 1 values for 8 slots. Give one for each, or a single number.',
  ])
  expect(
    faults({
      feeders: [
        { id: 'A', parent: 'B' },
        { id: 'B', parent: 'A' },
      ],
    }),
  ).toHaveLength(2)
  expect(faults({ feeders: [{ id: 'A', parent: 'X' }, { id: 'A' }] })).toHaveLength(2)
  expect(faults({ sessions: [{ ...session, feeder: 'nowhere' }] })).toHaveLength(1)
  expect(faults({ sessions: [{ ...session, depart: 0 }] })).toHaveLength(1)
  expect(faults({ sessions: [{ ...session, arrive: 8, depart: 9 }] })).toHaveLength(1)
  expect(faults({ sessions: [{ ...session, minW: 12_000 }] })).toHaveLength(1)
  expect(
    faults({
      sessions: [
        { ...session, id: 'a' },
        { ...session, id: 'a' },
      ],
    }),
  ).toHaveLength(1)
})
