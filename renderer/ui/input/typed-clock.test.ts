import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockOfMinute, minuteOfClock, typedClock } from './typed-clock.ts'

test.each([
  ['6', '06:00'],
  ['18', '18:00'],
  ['6.30', '06:30'],
  ['6:30', '06:30'],
  ['0630', '06:30'],
  ['630', '06:30'],
  [' 23:59 ', '23:59'],
  ['24', null],
  ['12:60', null],
  ['12:5', null],
  ['noon', null],
  ['', null],
])('%s typed is %s', (typed, clock) => {
  expect(typedClock(typed)).toBe(clock)
})

test('24:00 is a time only where a day may end', () => {
  expect(typedClock('24:00', true)).toBe('24:00')
  expect(typedClock('24', true)).toBe('24:00')
  expect(typedClock('24:01', true)).toBeNull()
})

test('every minute of the day is written so that it is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_440 }), (minute) => {
      const clock = clockOfMinute(minute)
      expect(typedClock(clock, true)).toBe(clock)
      expect(minuteOfClock(clock)).toBe(minute)
    }),
  )
})
