import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { saysOf } from './words.ts'

const zone = 'Europe/Stockholm'
const en = saysOf('en', zone).format
const sv = saysOf('sv', zone).format
const at = (text: string) => Date.parse(text)
const now = at('2026-03-02T15:20Z')

test('times are the site’s clock, with the day where it isn’t today', () => {
  expect(en.moment(at('2026-03-02T20:05Z'), now)).toBe('21:05')
  expect(en.moment(at('2026-03-03T05:00Z'), now)).toBe('tomorrow 06:00')
  expect(sv.moment(at('2026-03-03T05:00Z'), now)).toBe('i morgon 06:00')
  expect(en.moment(at('2026-03-06T05:00Z'), now)).toBe('Fri 6 Mar 06:00')
  expect(sv.moment(now - DAY, now)).toBe('i går 16:20')
})

test('a stretch names the day once, and the second one only where it isn’t the night after', () => {
  expect(en.stretch(now, now + HOUR, now)).toBe('16:20–17:20')
  expect(en.stretch(now + 5 * HOUR, now + 14 * HOUR, now)).toBe('21:20–06:20')
  expect(en.stretch(now + DAY, now + DAY + HOUR, now)).toBe('tomorrow 16:20–17:20')
  expect(sv.stretch(now, now + DAY + HOUR, now)).toBe('16:20–i morgon 17:20')
})

test('the night that clocks leap in is still a night', () => {
  const evening = at('2026-03-28T21:00Z')
  expect(en.stretch(evening, at('2026-03-29T04:00Z'), evening)).toBe('22:00–06:00')
})

test('money is written the reader’s way, to the last minor unit', () => {
  const plain = (text: string) => text.replaceAll(/\s/g, ' ')
  expect(plain(sv.money(123_456_789, 'SEK'))).toBe('1 234 567,89 kr')
  expect(plain(en.money(-5, 'EUR'))).toBe('-€0.05')
  expect(plain(sv.unitPrice('3.6125', 'SEK'))).toBe('3,6125 kr')
  expect(plain(en.money(500, 'JPY'))).toBe('¥500')
})

test('energy and power have a decimal where there is one, and big power none', () => {
  expect(en.kWh(18_400)).toBe('18.4 kWh')
  expect(sv.kWh(20_000)).toBe('20 kWh')
  expect([en.kWh(8), en.kW(11_040)]).toEqual(['0 kWh', '11 kW'])
  expect(en.kW(10_820)).toBe('10.8 kW')
  expect(en.kW(150_000)).toBe('150 kW')
  expect([en.meteredKW(11_040), en.meteredKWh(6_000)]).toEqual(['11.0 kW', '6.00 kWh'])
  expect(sv.meteredKWh(6_254)).toBe('6,25 kWh')
})

test('a length is in hours and minutes', () => {
  expect([0, 15, 60, 90].map((minutes) => en.duration(minutes * 60_000))).toEqual([
    ...['0 min', '15 min', '1 h', '1 h 30 min'],
  ])
})
