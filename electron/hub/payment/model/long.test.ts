import { expect, test } from 'vitest'
import { schedules } from './test-bench/act.ts'
import { holdThrough, LONG_MS } from './test-bench/run.ts'

const weights = {
  ...{ stay: 3, open: 9, pay: 9, cancel: 2, capture: 2, refund: 4, take: 1, end: 4, void: 1 },
  ...{ dispute: 1, refundFails: 1, dashboard: 1, kill: 2, step: 16, together: 1, resolve: 1 },
}

test(
  'many payments one after another and beside each other, over weeks: in the end it is the same money',
  async () => {
    const cameAbout = await holdThrough(schedules(weights, 80), 200)
    expect([...cameAbout]).toEqual(
      expect.arrayContaining(['checkout paid', 'checkout cancelled', 'refund succeeded']),
    )
  },
  LONG_MS,
)
