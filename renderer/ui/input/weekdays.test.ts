import { expect, test } from 'vitest'
import { weekdayRuns } from './weekdays.ts'

test.each([
  [[1, 2, 3, 4, 5], [[1, 5]]],
  [
    [1, 2],
    [
      [1, 1],
      [2, 2],
    ],
  ],
  [
    [5, 1, 3],
    [
      [1, 1],
      [3, 3],
      [5, 5],
    ],
  ],
  [
    [1, 2, 3, 6, 7],
    [
      [1, 3],
      [6, 6],
      [7, 7],
    ],
  ],
  [[1, 2, 3, 4, 5, 6, 7], [[1, 7]]],
  [[], []],
])('the days %j are the runs %j', (days, runs) => {
  expect(weekdayRuns(days)).toEqual(runs)
})
