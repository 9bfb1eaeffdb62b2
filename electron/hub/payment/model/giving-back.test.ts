import { expect, test } from 'vitest'
import { anOpened, schedules } from './test-bench/act.ts'
import { holdThrough, LONG_MS } from './test-bench/run.ts'

const weights = {
  ...{ refund: 9, open: 2, pay: 2, correct: 2, end: 2, take: 1, together: 2 },
  ...{ dispute: 2, decide: 2, refundFails: 3, dashboard: 2 },
}

test(
  'what is given back, comes back, or is taken back by a bank is the same here and at Stripe',
  async () => {
    const first = [anOpened('checkout', 'automatic', 1)]
    const cameAbout = await holdThrough(schedules(weights, 10), 5_000, first)
    const refunds = ['refund succeeded', 'refund failed']
    const off = ['off the bill, succeeded', 'off the bill, failed']
    const disputes = ['dispute needs_response', 'dispute won', 'dispute lost']
    expect([...cameAbout]).toEqual(expect.arrayContaining([...refunds, ...off, ...disputes]))
  },
  LONG_MS,
)
