import { expect, test } from 'vitest'
import { anOpened, schedules } from './test-bench/act.ts'
import { holdThrough, LONG_MS } from './test-bench/run.ts'

const weights = {
  ...{ open: 4, pay: 4, capture: 4, end: 5, correct: 3, cancel: 2, refund: 2, together: 2 },
}

test(
  'what is held for a stay is taken up to what it costs, and the rest let go',
  async () => {
    const first = [anOpened('checkout', 'manual', 0)]
    const cameAbout = await holdThrough(schedules(weights, 10), 5_000, first)
    const ends = ['checkout paid', 'checkout cancelled', 'checkout expired', 'refund succeeded']
    expect([...cameAbout]).toEqual(expect.arrayContaining(ends))
  },
  LONG_MS,
)
