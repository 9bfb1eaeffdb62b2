import { expect, test } from 'vitest'
import { words as deskEn } from '../../i18n/en/price.ts'
import { words as deskSv } from '../../i18n/sv/price.ts'
import { type VisitRefusal, visitRefusal } from '../../../shared/domain/visit/refusal.ts'
import { usualPrice } from '../testing/sites.ts'
import { en } from './en/all.ts'
import { idleShort, idleWords, leadPrice, priceLines } from './price-words.ts'
import { sv } from './sv/all.ts'
import { failureWords, refusalWords } from './trouble-words.ts'
import { saysOf } from './words.ts'

const now = Date.parse('2026-03-02T15:20Z')
const zone = 'Europe/Stockholm'
const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/\s/g, ' '))

/** Every text of a dictionary by its key; a function by what it says of made-up things. */
function texts(words: object, at = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const place = `${at}.${key}`
    if (typeof value === 'string') found.set(place, value)
    else if (typeof value === 'function') found.set(place, String(value(2, 3)))
    else if (typeof value === 'object' && value !== null)
      for (const [below, text] of texts(value, place)) found.set(below, text)
  }
  return found
}

test('both languages say everything, and say the same things that are filled in', () => {
  const [english, swedish] = [texts(en), texts(sv)]
  expect([...swedish.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  const filled = (text: string) => [...new Set(text.match(/[23]/g) ?? [])].toSorted()
  const differ = [...english].filter(
    ([key, text]) => String(filled(text)) !== String(filled(swedish.get(key) ?? '')),
  )
  // Units per hundred kilometres, and plugs, have digits of their own.
  expect(differ.map(([key]) => key)).toEqual([])
  for (const text of [...english.values(), ...swedish.values()]) expect(text).not.toBe('')
})

test.each([
  ['en', en.price, deskEn],
  ['sv', sv.price, deskSv],
] as const)('a price is told as the desk tells it, %s', (_language, driver, desk) => {
  const filled = (template: string) => template.replaceAll(/\{\{\w+\}\}/g, '7')
  for (const [of, say] of Object.entries(driver.of) as [
    keyof typeof desk.of,
    typeof driver.of.energy,
  ][])
    expect(say('7')).toBe(filled(desk.of[of]))
  expect([driver.perMinute('7'), driver.perHour('7')]).toEqual(
    [desk.per.minute, desk.per.hour].map(filled),
  )
  expect([driver.free, driver.otherwise('7'), driver.grace(7)]).toEqual([
    ...[desk.free, filled(desk.otherwise), filled(desk.grace)],
  ])
  expect([driver.least('7'), driver.most('7'), driver.beforeTax('7')]).toEqual(
    [desk.least, desk.most, desk.beforeTax].map(filled),
  )
  expect([driver.taxIncluded('7'), driver.taxExcluded('7'), driver.taxNone]).toEqual(
    [desk.tax.included, desk.tax.excluded, desk.tax.none].map(filled),
  )
})

test('prices come in AFIR’s order, a line each, and last the tax', () => {
  expect(plain(priceLines(usualPrice, saysOf('en', zone)))).toEqual([
    'kr 4.50/kWh',
    'kr 1.00/min connected without charging, 07:00–23:00, each begun minute',
    'kr 50.00 for not coming',
    'The first 15 min after charging cost nothing',
    'VAT 25 % included',
  ])
  expect(plain([leadPrice(usualPrice, saysOf('sv', zone))])).toEqual(['4,50 kr/kWh'])
})

test('what staying costs is told with its grace, short and whole', () => {
  const says = saysOf('sv', zone)
  expect(plain([idleShort(usualPrice, says)])).toEqual([
    'Sedan 1,00 kr/min från 15 min efter laddningen',
  ])
  expect(plain(idleWords(usualPrice, says))).toEqual([
    '1,00 kr/min ansluten utan att ladda, 07:00–23:00',
    'De första 15 min efter laddningen kostar inget',
  ])
  expect(idleShort({ ...usualPrice, phrases: [] }, says)).toBe('')
})

const refusals: VisitRefusal[] = visitRefusal.options.map((option) =>
  visitRefusal.parse({
    ...{ code: option.shape.code.value, opensAt: now + 60_000, mostWh: 12_300, leadMin: 30 },
    ...{ aheadDays: 7, leastStayMin: 15, mostStayMin: 90, lateMin: 45, priceMinor: 8_000 },
    mostOpen: 3,
  }),
)

test.each(['en', 'sv'] as const)('every refusal has its own words, %s', (language) => {
  const about = { now, currency: 'SEK' }
  const told = refusals.map((refusal) => refusalWords(refusal, saysOf(language, zone), about))
  expect(new Set(told).size).toBe(refusals.length)
  for (const text of told) expect(text).toMatch(/^\p{Lu}.+\.$/u)
})

test('whoever got no answer to an act is told that it may have been done, and that again is safe', () => {
  const says = saysOf('en', zone)
  const about = { now, currency: 'SEK' }
  const lost = { kind: 'unreachable' } as const
  expect(failureWords(lost, says, { ...about, acts: true })).toHaveLength(2)
  expect(failureWords(lost, says, { ...about, acts: false })).toHaveLength(1)
})
