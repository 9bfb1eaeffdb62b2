import { expect, test } from 'vitest'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import { journalCsv } from './journal-csv.ts'

const words = {
  head: ['When', 'Who', 'What', 'About', 'Which', 'Why', 'Before', 'After'],
  actor: (actor: string) => actor,
  act: () => 'Moved a booking',
  noun: () => 'Bookings',
  subject: () => 'ABC 123',
} as const
const entry: JournalEntry = {
  ...{ id: 1, at: Date.parse('2026-10-25T01:30:00Z'), actor: 'Kim', act: 'booking.move' },
  ...{ noun: 'booking', nounId: 'b1', reason: null, before: { row: 1 }, after: undefined },
}

test('a line has the site’s time with its distance from UTC, as one hour comes twice a year', () => {
  const style = { language: 'en', timeZone: 'Europe/Stockholm' } as const
  expect(journalCsv([entry], words, style)).toBe(
    'When,Who,What,About,Which,Why,Before,After\r\n' +
      '2026-10-25T02:30:00.000+01:00,Kim,Moved a booking,Bookings,ABC 123,,"{""row"":1}",\r\n',
  )
})

test('Swedish spreadsheets part cells by semicolons, and nothing is taken for a formula', () => {
  const style = { language: 'sv', timeZone: 'Europe/Stockholm' } as const
  const text = journalCsv([{ ...entry, reason: '=1+1' }], words, style)
  expect(text.split('\r\n')[1]).toContain(";'=1+1;")
})
