import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../time/instant.ts'
import { toldEnergy, toldList, toldMoney, toldTime } from './told.ts'

const now = Date.UTC(2026, 10, 28, 22, 30)
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

test('a moment has its day where that is another by the site’s clock than today', () => {
  const sv = { language: 'sv', timeZone: 'Europe/Stockholm', now } as const
  expect(toldTime(now, sv)).toBe('23:30')
  expect(plain(toldTime(now + HOUR, sv))).toBe('sön 29 nov. 00:30')
  expect(plain(toldTime(now + DAY, { ...sv, language: 'en' }))).toBe('Sun 29 Nov, 23:30')
  expect(toldTime(now + HOUR, { ...sv, timeZone: 'America/New_York' })).toBe('18:30')
})

test('money and energy are told the language’s way, in the currency’s own units', () => {
  expect(plain(toldMoney(12_050, 'SEK', 'sv'))).toBe('120,50 kr')
  expect(plain(toldMoney(12_050, 'EUR', 'en'))).toBe('€120.50')
  expect(plain(toldMoney(120, 'JPY', 'en'))).toBe('JP¥120')
  expect(plain(toldMoney(12_050, 'ISK', 'en'))).toBe('ISK 120.50')
  expect(toldEnergy(7_540, 'sv')).toBe('7,5 kWh')
  expect(toldList(['12', '13'], 'sv')).toBe('12 och 13')
  expect(toldList([], 'en')).toBe('')
})
