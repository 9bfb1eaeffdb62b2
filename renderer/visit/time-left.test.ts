import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../shared/time/instant.ts'
import { timeLeft } from './time-left.ts'

test('the last hour of a hold is counted down, before that its end is told', () => {
  expect(timeLeft(HOUR, 0)).toEqual({ is: 'long', until: HOUR })
  expect(timeLeft(HOUR, MINUTE)).toEqual({ is: 'counted', ms: 59 * MINUTE })
  expect(timeLeft(HOUR, HOUR)).toEqual({ is: 'over' })
  expect(timeLeft(HOUR, 2 * HOUR)).toEqual({ is: 'over' })
})
