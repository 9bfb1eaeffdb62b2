import { expect, test } from 'vitest'
import { planSteps } from './plan-steps.ts'

const frame = { from: 0, until: 100, maxW: 10 }
const box = { x: 100, y: 10 }

test('each power holds until the next, the last to the end', () => {
  expect(
    planSteps(
      [
        [0, 10],
        [40, 0],
        [60, 5],
      ],
      frame,
      box,
    ),
  ).toBe('M0 0H40V10H60V5H100')
})

test('what lies before the frame is cut, and what lies after it is left out', () => {
  expect(
    planSteps(
      [
        [-50, 5],
        [20, 10],
        [150, 0],
      ],
      frame,
      box,
    ),
  ).toBe('M0 5H20V0H100')
  expect(planSteps([[120, 5]], frame, box)).toBe('')
  expect(planSteps([], frame, box)).toBe('')
})
