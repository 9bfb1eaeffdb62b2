import { expect, test } from 'vitest'
import type { LoadMark } from '../../../shared/domain/load/load.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { aCurve, aLine, MIDNIGHT, STOCKHOLM } from './load-fixture.ts'
import { loadCsv, loadFileName } from './load-csv.ts'

const words = {
  from: 'from',
  until: 'until',
  known: 'known',
  marks: 'remarks',
  column: (key: string) => key,
  mark: (mark: LoadMark) => mark,
}
const english = { language: 'en', timeZone: STOCKHOLM } as const
const swedish = { language: 'sv', timeZone: STOCKHOLM } as const
const missing = { from: MIDNIGHT + HOUR, until: MIDNIGHT + 2 * HOUR, mark: 'missing' as const }

test('a row a step and a column a line, in the way a language writes numbers', () => {
  const curve = aCurve([aLine('A1', [1_234, null]), aLine('A2', [10, 20])], [missing])
  expect(loadCsv(curve, 'power', words, english)).toBe(
    '\ufefffrom,until,A1,A2,known,remarks\r\n' +
      '2026-03-02 00:00 +01:00,2026-03-02 01:00 +01:00,1.234,0.010,100,\r\n' +
      '2026-03-02 01:00 +01:00,2026-03-02 02:00 +01:00,,0.020,50,missing\r\n',
  )
  expect(loadCsv(curve, 'power', words, swedish).split('\r\n')[1]).toBe(
    '2026-03-02 00:00 +01:00;2026-03-02 01:00 +01:00;1,234;0,010;100;',
  )
})

test('a station that is called like a formula is none', () => {
  const curve = aCurve([aLine('=HYPERLINK("x")', [1])])
  expect(loadCsv(curve, 'power', words, english)).toContain(`"'=HYPERLINK(""x"")"`)
})

test('the hour that comes twice is told apart', () => {
  const twice = Date.UTC(2026, 9, 25, 0)
  const curve = {
    ...aCurve([aLine('A1', [1, 2])]),
    startsAt: [twice, twice + HOUR],
    endsAt: twice + 2 * HOUR,
  }
  const [, first, second] = loadCsv(curve, 'power', words, english).split('\r\n')
  expect(first).toContain('2026-10-25 02:00 +02:00')
  expect(second).toContain('2026-10-25 02:00 +01:00')
})

test('currents of phases are written in amperes', () => {
  const curve = aCurve([aLine('L1', [1_000], { meanDa: [159] })])
  expect(loadCsv(curve, 'current', words, english).split('\r\n')[1]).toContain(',15.9,')
})

test('a file has a name every file system takes', () => {
  expect(loadFileName('load', 'Norra/depån: A*1', MIDNIGHT, STOCKHOLM, 'png')).toBe(
    'load-Norra_depån_A_1-2026-03-02.png',
  )
})
