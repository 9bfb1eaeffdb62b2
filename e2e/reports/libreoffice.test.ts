import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureOffice } from '../../build/setup/office.mjs'
import {
  allTime,
  reportedSite,
  type ReportedSite,
  tick,
} from '../../electron/hub/report/test-bench/reported-site.ts'
import { originalText } from '../../shared/domain/report/guard.ts'
import { openedSheets, type SheetCell } from './sheet.ts'

/** Words that somebody may have put anywhere: on a card, in a name, in the reason of a refund. */
const dangerous = [
  '=1+1',
  '=HYPERLINK("http://example.test";"Kvitto")',
  '+46701234567',
  '-5',
  '@SUM(A1:A9)',
  '\t=1+1',
  '  =1+1',
  '＝1+1',
  "=cmd|' /C calc'!A0",
  '";=1+1;"',
  ',=1+1,',
  'one\nthree ; "two"',
  'a\r\nb',
  '\u202E=1+1\u202C',
  'x\u0001y\u0007z\u200F',
  "'=1+1",
  '😀 Åsa 𝒳 é',
  'x'.repeat(10_000),
  `=${'1+'.repeat(4_999)}1`,
]
/** Words that a spreadsheet takes for another value. The dialect for programs leaves them as they are. */
const mistaken = [
  ...['007', '1E5', '1-2', '12:30', '1234567890123456789', 'MAJ001', 'sant', 'TRUE'],
]
const hostile = [...dangerous, ...mistaken]

let site: ReportedSite
let dir: string
let sheets: {
  sv: Map<string, SheetCell[][]>
  en: Map<string, SheetCell[][]>
  other: Map<string, SheetCell[][]>
}

const period = allTime
/** The two sides of the night in which the clocks are put forward, and a stay on each. */
beforeAll(async () => {
  const office = await ensureOffice()
  dir = mkdtempSync(join(tmpdir(), 'laddplan-office-'))
  site = await reportedSite()
  site.now = Date.UTC(2026, 2, 28, 22, 30)
  const bill = await site.stay({ wh: 123_456, plate: 'ABC 123' })
  const payment = await site.pay(bill)
  tick(site)
  await site.stay({ wh: 7_777, minutes: 30, plate: 'DEF 456' })
  for (const _ of hostile) await site.giveBack(payment, 100)
  const refunds = await site.store.reads.find('refund', {})
  await site.store.work('test', (tx) => {
    for (const [index, { id }] of refunds.entries())
      tx.update('refund', id, { note: hostile[index] })
  })
  tick(site)
  for (const dialect of ['excel-sv', 'rfc4180'] as const)
    for (const kind of ['billing', 'payments', 'refunds', 'vat', 'utilisation'] as const) {
      const path = join(dir, `${kind}-${dialect}.csv`)
      expect(await site.exported({ kind, period, dialect, withTotals: true }, path)).toMatchObject({
        state: 'done',
      })
    }
  const files = (dialect: string) =>
    ['billing', 'payments', 'refunds', 'vat', 'utilisation'].map((kind) =>
      join(dir, `${kind}-${dialect}.csv`),
    )
  const open = (dialect: string, separator: ';' | ',', language: 'sv' | 'en') =>
    openedSheets(office, files(dialect), { separator, language }, dir)
  sheets = {
    sv: open('excel-sv', ';', 'sv'),
    en: open('rfc4180', ',', 'en'),
    other: open('excel-sv', ';', 'en'),
  }
}, 900_000)
afterAll(async () => {
  await site.close()
  rmSync(site.folder, { recursive: true })
  rmSync(dir, { recursive: true })
})

type Language = 'sv' | 'en'
const dialectOf = { sv: 'excel-sv', en: 'rfc4180' } as const
const sheet = (language: Language, kind: string): SheetCell[][] =>
  sheets[language].get(`${kind}-${dialectOf[language]}`) ?? []
/** The cells of a column: those of the rows, and of the total. */
function column(rows: SheetCell[][], name: string): { cells: SheetCell[]; total: SheetCell } {
  const at = rows[0]?.findIndex(({ value }) => value === name) ?? -1
  const all = rows.slice(1).map((row) => row[at] ?? { type: 'none', value: '', hasFormula: false })
  return {
    cells: all.slice(0, -1),
    total: all.at(-1) ?? { type: '', value: '', hasFormula: false },
  }
}
const numbers = (cells: SheetCell[]) =>
  cells.filter(({ type }) => type !== '').map(({ value }) => Number(value))
const sum = (cells: SheetCell[]) => numbers(cells).reduce((all, value) => all + value, 0)

describe.each(['sv', 'en'] as const)('LibreOffice in %s', (language) => {
  test('has words for words, each as it was written', () => {
    const { cells } = column(sheet(language, 'refunds'), 'note')
    const words = cells
      .filter(({ type }) => type === 'string')
      .map(({ value }) => originalText(value).replaceAll('\r\n', '\n'))
    const expected = language === 'sv' ? hostile : dangerous
    const missing = expected.filter((text) => !words.includes(text.replaceAll('\r\n', '\n')))
    expect([cells.length, missing]).toEqual([hostile.length, []])
  })

  test('has no formula in any cell', () => {
    for (const rows of sheets[language].values())
      expect(rows.flat().filter(({ hasFormula }) => hasFormula)).toEqual([])
  })

  test.each([
    ['billing', 'energy_kwh net vat gross charging_s'],
    ['payments', 'amount rounding'],
    ['refunds', 'amount'],
    ['vat', 'net vat gross entries'],
    ['utilisation', 'sessions day_s plugged_s energy_kwh'],
  ])('has numbers for the sums of %s, and the last row is what they add up to', (kind, names) => {
    const rows = sheet(language, kind)
    for (const name of names.split(' ')) {
      const { cells, total } = column(rows, name)
      expect(cells.length).toBeGreaterThan(0)
      expect([...cells, total].map(({ type }) => type)).toEqual(
        [...cells, total].map(() => 'float'),
      )
      expect(Number(total.value)).toBeCloseTo(sum(cells), 6)
    }
  })

  test('adds up to what the ledger has, refunds below zero', async () => {
    const ledger = await site.store.work('test', (tx) => {
      const [row] = tx.sql(
        `select sum(case when account glob 'revenue/*' or account glob 'vat/*' then -amountMinor end) as billed,
            sum(case when account glob 'means/*' then amountMinor end) as moved from ledgerLine`,
        [],
      )
      return { billed: Number(row?.['billed']) / 100, moved: Number(row?.['moved']) / 100 }
    })
    expect(sum(column(sheet(language, 'billing'), 'gross').cells)).toBeCloseTo(ledger.billed, 6)
    expect(sum(column(sheet(language, 'payments'), 'amount').cells)).toBeCloseTo(ledger.moved, 6)
    expect(numbers(column(sheet(language, 'refunds'), 'amount').cells)).toEqual(
      hostile.map(() => -1),
    )
  })
})

test('in Swedish an instant is a date as the clock showed it, over the night that has an hour less', () => {
  const rows = sheet('sv', 'billing')
  const started = column(rows, 'started_at').cells.filter((_, at) => at < 2)
  expect(started).toMatchObject([
    { type: 'date', value: '2026-03-28T23:30:00' },
    { type: 'date', value: '2026-03-29T00:37:00' },
  ])
  const posted = [...new Set(column(rows, 'posted_at_offset').cells.map(({ value }) => value))]
  expect(posted).toEqual(['UTC+01:00'])
  const days = column(sheet('sv', 'utilisation'), 'day').cells
  expect(days.every(({ type }) => type === 'date')).toBe(true)
})

test('a Swedish file that is opened in English is inert all the same', () => {
  for (const rows of sheets.other.values())
    expect(rows.flat().filter(({ hasFormula }) => hasFormula)).toEqual([])
})
