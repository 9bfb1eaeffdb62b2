import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsFlaws } from './flaws.ts'
import { originalTexts } from './original-texts.ts'
import { inertValue, platePart, rendered } from './render.ts'
import { sampleValues } from './sample.ts'
import { dialled, smsParts, smsText } from './sms.ts'
import { alwaysKnown, messageTemplate, placeholder, type Values } from './template.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
const languages = ['en', 'sv'] as const
const sample = (language: 'en' | 'sv'): Values =>
  sampleValues({
    ...{ site: 'Norra depån', currency: 'SEK', timeZone: 'Europe/Stockholm', language, now: NOW },
  })
const say = (text: string, values: Values) => rendered({ subject: 'x', text }, values).text

describe('words', () => {
  test('say the first way that is known, and nothing where none is', () => {
    const words = 'From {site}[: {plate}|: your car][, {price}].'
    expect(say(words, { site: 'A', plate: 'ABC 123', price: '10 kr' })).toBe(
      'From A: ABC 123, 10 kr.',
    )
    expect(say(words, { site: 'A', plate: '', price: null })).toBe('From A: your car.')
  })

  test('are not read again once a value stands in them', () => {
    expect(say('{site} {place}', { site: '{link}', place: '[x]', link: 'secret' })).toBe(
      '{link} [x]',
    )
  })

  test('of a value are one line, short, and without what nobody sees', () => {
    const said = rendered(
      { subject: 'Hej {site}', text: '{site}' },
      { site: `A\r\nBcc: x@example.com\u202e${'y'.repeat(200)}` },
    )
    expect(said.subject).not.toMatch(/[\r\n]/)
    expect(said.text).toMatch(/^A Bcc: x@example.com/)
    expect(said.text).toHaveLength(60)
  })

  test('never have a line break or a control character in a value, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(inertValue(typed)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  test('say a plate only where it is one', () => {
    expect(platePart(' ABC 123 ')).toBe('ABC 123')
    for (const typed of ['Win at evil.co 1', 'free-money', '<b>1</b>', 'https://x.y/1'])
      expect(platePart(typed)).toBe('')
  })
})

describe('the original words', () => {
  for (const language of languages)
    test.each(messageTemplate.options)(
      `${language} of %s have nothing wrong, known or unknown`,
      (template) => {
        const words = originalTexts[language][template]
        expect(wordsFlaws(template, words)).toEqual([])
        const known = new Set<string>(alwaysKnown)
        const little = Object.fromEntries(
          Object.entries(sample(language)).filter(([name]) => known.has(name)),
        )
        for (const values of [sample(language), little]) {
          const { subject, text } = rendered(words, values)
          expect(`${subject} ${text}`).not.toMatch(/[{}[\]|]| {2}| [.,;]|null|undefined/)
          expect(smsParts(smsText(text))).toBeLessThanOrEqual(2)
        }
      },
    )

  test('tell of the fee that comes, that is there, and that never is', () => {
    const { text } = originalTexts.sv.idleFeeSoon
    const values = { site: 'Norra depån', place: 'A1', plate: 'ABC 123' }
    expect(say(text, { ...values, idleFrom: '18:30', idlePrice: '60,00 kr' })).toBe(
      'Norra depån: ABC 123 är färdigladdad vid A1. Från 18:30 kostar det 60,00 kr i timmen att stå kvar.',
    )
    expect(say(text, { ...values, idlePrice: '60,00 kr' })).toContain('kostar nu 60,00 kr')
    expect(say(text, values)).toContain('Andra väntar')
  })
})

describe('words that can’t be sent', () => {
  const flaws = (text: string, subject = 'x') => wordsFlaws('ready', { subject, text })
  test.each([
    ['', 'empty', ''],
    ['x'.repeat(601), 'tooLong', ''],
    ['Hi {name}', 'unknown', 'name'],
    ['Hi {claimUntil}', 'notHere', 'claimUntil'],
    ['See {link}', 'notAlways', 'link'],
    ['Hi {site', 'brace', ''],
    ['Hi site}', 'brace', ''],
    ['[Hi', 'bracket', ''],
    ['Hi]', 'bracket', ''],
    ['[a [b]]', 'bracket', ''],
    ['a\u0007b', 'hidden', ''],
    ['a\u202eb', 'hidden', ''],
  ])('%j: %s', (text, code, name) => {
    expect(flaws(text)).toEqual([{ field: 'text', code, name }])
  })

  test('have a subject of one line', () => {
    expect(flaws('Hi', 'a\nb')).toEqual([{ field: 'subject', code: 'lineBreak', name: '' }])
  })

  test('are told of every value at once', () => {
    expect(flaws('{a} [{b}]').map(({ name }) => name)).toEqual(['a', 'b'])
  })

  test('are all that isn’t a value of some message', () => {
    for (const name of placeholder.options)
      expect(flaws(`[{${name}}]`).every(({ code }) => code !== 'unknown')).toBe(true)
  })
})

describe('a text message', () => {
  test('is written in signs that take one place', () => {
    expect(smsText('120,00\u00a0kr – ”snart”…')).toBe('120,00 kr - "snart"...')
    expect(smsParts('å'.repeat(160))).toBe(1)
    expect(smsParts('å'.repeat(161))).toBe(2)
    expect(smsParts('Ł'.repeat(70))).toBe(1)
    expect(smsParts('Ł'.repeat(71))).toBe(2)
    expect(smsParts('€'.repeat(81))).toBe(2)
  })

  test('has at most three parts and no half of a link', () => {
    const long = smsText(`${'word '.repeat(88)}https://charge.example.com/b/${'x'.repeat(48)}`)
    expect(smsParts(long)).toBeLessThanOrEqual(3)
    expect(long).not.toContain('http')
  })

  test('is dialled with the country’s code, however it was written', () => {
    for (const phone of [
      '070-123 45 67',
      '+46 70 123 45 67',
      '0046 70 1234567',
      '+46 (0)70 123 45 67',
    ])
      expect(dialled(phone, '46')).toBe('46701234567')
  })
})
