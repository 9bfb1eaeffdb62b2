import { expect, test } from 'vitest'
import { anOpened, schedules } from './test-bench/act.ts'
import { holdThrough, LONG_MS } from './test-bench/run.ts'

const weights = {
  ...{ fault: 9, kill: 4, line: 2, outage: 5, later: 6, step: 8, events: 2, key: 2, grant: 2 },
  ...{ monthAway: 1, open: 6, pay: 4, cancel: 1, refund: 5, end: 2, resolve: 3, together: 3 },
}

test(
  'whatever fails for however long, is revoked, or dies: it is done once, or not, or a person is told',
  async () => {
    const first = [anOpened('checkout', 'automatic', 1)]
    const cameAbout = await holdThrough(schedules(weights, 12), 5_000, first)
    expect([...cameAbout].join()).toMatch(/unknown (checkout|intent|refund)\.create/)
    expect([...cameAbout]).toContain('checkout paid')
  },
  LONG_MS,
)
