import { expect, test } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../shared/time/instant.ts'
import * as format from './format.ts'
import type { Style } from './format.ts'

const sv: Style = { language: 'sv', timeZone: 'Europe/Stockholm' }
const en: Style = { language: 'en', timeZone: 'Europe/Stockholm' }
const noon = Date.UTC(2026, 2, 4, 11, 0, 0)

test('power is written in kW with one decimal, energy in kWh with two, in the language’s own way', () => {
  expect(format.formatPower(11_040, sv)).toEqual({ number: '11,0', unit: 'kW' })
  expect(format.formatPower(11_040, en)).toEqual({ number: '11.0', unit: 'kW' })
  expect(format.formatEnergy(18_204, sv)).toEqual({ number: '18,20', unit: 'kWh' })
  expect(format.formatCurrent(163, en)).toEqual({ number: '16.3', unit: 'A' })
})

test('a rate of tax is written with as many decimals as it has', () => {
  expect([25, 5.5, 8.25, 0].map((rate) => format.formatRate(rate, sv))).toEqual([
    '25',
    '5,5',
    '8,25',
    '0',
  ])
})

test('what is not known is not nought', () => {
  expect(format.formatPower(null, en).number).toBe('–')
  expect(format.formatPower(0, en).number).toBe('0.0')
  expect(format.formatPower(-0, en).number).toBe('0.0')
})

test('an age counts seconds and minutes up to an hour and is a clock time afterwards', () => {
  expect(format.agoOf(noon - 3 * SECOND, noon, sv)).toEqual({ kind: 'now' })
  expect(format.agoOf(noon - 42 * SECOND, noon, sv)).toEqual({ kind: 'seconds', count: 42 })
  expect(format.agoOf(noon - 12 * MINUTE, noon, sv)).toEqual({ kind: 'minutes', count: 12 })
  expect(format.agoOf(noon - 2 * HOUR, noon, sv)).toEqual({ kind: 'at', text: '10:00' })
  expect(format.agoOf(noon - 30 * HOUR, noon, en)).toEqual({ kind: 'at', text: '3 Mar 06:00' })
})

test('a clock that runs a little ahead does not give a time to come', () => {
  expect(format.agoOf(noon + 2 * SECOND, noon, sv)).toEqual({ kind: 'now' })
})

test('clock times are the site’s, on a summer day as on a winter day', () => {
  expect(format.formatClock(Date.UTC(2026, 0, 15, 12), sv)).toBe('13:00')
  expect(format.formatClock(Date.UTC(2026, 6, 15, 12), sv)).toBe('14:00')
})

test('a moment names the day once it is another one, to the minute or to the second', () => {
  const at = Date.UTC(2026, 2, 4, 11, 5, 9)
  expect(format.formatMoment(at, at + HOUR, en)).toBe('12:05')
  expect(format.formatMomentSeconds(at, at + HOUR, en)).toBe('12:05:09')
  expect(format.formatMomentSeconds(at, at + 24 * HOUR, en)).toBe('4 Mar 12:05:09')
  expect(format.formatMomentSeconds(at, at + 24 * HOUR, sv)).toBe('4 mars 12:05:09')
})

test('the end of a stretch names its day only where the clock alone could be of another one', () => {
  const at = Date.UTC(2026, 2, 4, 21)
  const endOf = (hours: number) => format.formatEnd(at, at + hours * HOUR, at, en)
  expect([1, 2, 8].map(endOf)).toEqual(['23:00', '00:00', '06:00'])
  expect([24, 26, 48].map(endOf)).toEqual(['5 Mar 22:00', '6 Mar 00:00', '6 Mar 22:00'])
})

test('on a day of 23 hours, the same clock within them still names its day', () => {
  const at = Date.UTC(2026, 2, 28, 21, 30) // 22:30, the night in which an hour is left out
  expect(format.formatEnd(at, at + 23 * HOUR, at, en)).toBe('29 Mar 22:30')
  expect(format.formatEnd(at, at + 22 * HOUR, at, en)).toBe('21:30')
})

test('a countdown ends at nought and never goes below', () => {
  expect(format.formatCountdown(15 * MINUTE)).toBe('15:00')
  expect(format.formatCountdown(59_001)).toBe('1:00')
  expect(format.formatCountdown(-5_000)).toBe('0:00')
})

test('a duration is as fine as it is useful', () => {
  expect(format.formatDuration(45 * SECOND)).toBe('45 s')
  expect(format.formatDuration(3 * HOUR + 5 * MINUTE)).toBe('3 h 05 min')
  expect(format.formatDuration(52 * HOUR)).toBe('2 d 4 h')
})
