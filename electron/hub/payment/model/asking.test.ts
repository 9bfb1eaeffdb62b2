import { expect, test } from 'vitest'
import { schedules } from './test-bench/act.ts'
import { holdThrough, LONG_MS } from './test-bench/run.ts'

const weights = {
  ...{ open: 9, pay: 6, cancel: 4, take: 2, remind: 2, end: 3, void: 1, reader: 1, together: 2 },
}

test(
  'whoever is asked to pay, called off, and pays all the same: it is entered, once',
  async () => {
    const cameAbout = await holdThrough(schedules(weights, 10), 5_000)
    const ends = ['checkout paid', 'checkout cancelled', 'checkout expired', 'swish paid']
    expect([...cameAbout]).toEqual(
      expect.arrayContaining([...ends, 'reader paid', 'reader failed']),
    )
  },
  LONG_MS,
)
