import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { contentLine, escaped, folded } from './content-line.ts'
import { type CalendarEvent, type CalendarFeed, icsOf } from './ics.ts'

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '01890000-0000-7000-8000-000000000001@laddplan',
  sequence: 3,
  startsAt: Date.UTC(2026, 2, 28, 17),
  endsAt: Date.UTC(2026, 2, 29, 3),
  changedAt: Date.UTC(2026, 2, 1, 12, 30, 15, 250),
  status: 'CONFIRMED',
  summary: 'Booked · ABC 123',
  location: 'Norra depån, A1 · 1',
  description: '',
  ...changes,
})
const feed = (changes: Partial<CalendarFeed> = {}): CalendarFeed => ({
  name: 'Norra depån',
  events: [event()],
  refreshMin: 15,
  ...changes,
})

/** The events as a parser that was not written here reads them. */
function readBack(text: string): InstanceType<typeof ICAL.Event>[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
}

describe('a calendar', () => {
  test('is written to the letter', () => {
    expect(icsOf(feed())).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Laddplan//Bookings//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'NAME:Norra depån',
        'X-WR-CALNAME:Norra depån',
        'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
        'X-PUBLISHED-TTL:PT15M',
        'BEGIN:VEVENT',
        'UID:01890000-0000-7000-8000-000000000001@laddplan',
        'DTSTAMP:20260301T123015Z',
        'LAST-MODIFIED:20260301T123015Z',
        'DTSTART:20260328T170000Z',
        'DTEND:20260329T030000Z',
        'SEQUENCE:3',
        'STATUS:CONFIRMED',
        'SUMMARY:Booked · ABC 123',
        'LOCATION:Norra depån\\, A1 · 1',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  test('without events is one all the same', () => {
    expect(readBack(icsOf(feed({ events: [] })))).toEqual([])
  })

  test('is understood by another program', () => {
    const said = event({ description: 'Gate; code 1,2\\3\nRing first', status: 'TENTATIVE' })
    const [read] = readBack(icsOf(feed({ events: [said] })))
    expect(read).toMatchObject({
      uid: said.uid,
      sequence: 3,
      summary: said.summary,
      location: said.location,
      description: said.description,
    })
    expect(read?.startDate.toJSDate().getTime()).toBe(said.startsAt)
    expect(read?.endDate.toJSDate().getTime()).toBe(said.endsAt)
    expect(read?.component.getFirstPropertyValue('status')).toBe('TENTATIVE')
  })
})

/** Text as people and chargers write it, all characters there are and those that need escaping often. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\\', ';', ',', ':', '\n', '"', ' ', 'å', '⚡', '👩🏽‍🎓', '\\n'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 300,
})
/** What of a text can be told at all: breaks are one kind, other control characters are left out. */
const tellable = (raw: string): string =>
  raw
    .toWellFormed()
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')

const unfolded = (lines: string): string => lines.replaceAll('\r\n ', '')
const unescaped = (value: string): string =>
  value.replaceAll(/\\(.)/gsu, (_, character: string) => (character === 'n' ? '\n' : character))

test('unfolding and unescaping give back the text', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const line = unfolded(contentLine('SUMMARY', raw))
      expect(unescaped(line.slice('SUMMARY:'.length))).toBe(tellable(raw))
    }),
  )
})

/** How long a text is in UTF-8; throws where it holds half a character. */
const octetsOf = (piece: string): number =>
  encodeURIComponent(piece).replaceAll(/%[0-9A-F]{2}/g, 'x').length

test('no piece of a line is longer than 75 octets, and each is UTF-8 of its own', () => {
  fc.assert(
    fc.property(text, (raw) => {
      for (const piece of folded(escaped(raw)).split('\r\n'))
        expect(octetsOf(piece)).toBeLessThanOrEqual(75)
    }),
  )
})

test('a line that just fits is not folded, one octet more is', () => {
  expect(folded('x'.repeat(75))).toBe('x'.repeat(75))
  expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
  expect(folded(`${'x'.repeat(74)}å`)).toBe(`${'x'.repeat(74)}\r\n å`)
})

test('nothing that a text says makes another line of the calendar', () => {
  fc.assert(
    fc.property(text, text, (summary, description) => {
      const written = icsOf(feed({ events: [event({ summary, description })] }))
      const names = unfolded(written)
        .split('\r\n')
        .map((line) => line.split(/[:;]/)[0])
      const plain = icsOf(
        feed({ events: [event({ summary: 'x', description: description && 'x' })] }),
      )
      expect(names).toEqual(plain.split('\r\n').map((line) => line.split(/[:;]/)[0]))
    }),
  )
})

test('whatever is written, the other program reads it as it was meant', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 4e12 }), (summary, location, startsAt) => {
      const whole = startsAt - (startsAt % 1_000)
      const said = event({ summary, location, startsAt: whole, endsAt: whole + 60_000 })
      const [read] = readBack(icsOf(feed({ events: [said] })))
      expect(read?.startDate.toJSDate().getTime()).toBe(whole)
      expect(read?.summary ?? '').toBe(tellable(summary))
      expect(read?.location ?? '').toBe(tellable(location))
    }),
  )
})
