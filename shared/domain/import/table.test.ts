import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRecords } from './csv-records.ts'
import { csvText, harmless } from './csv-text.ts'
import { delimiters, guessDelimiter } from './delimiter.ts'
import { atOnce } from './in-turns.ts'
import { MOST_ROWS } from './kind.ts'
import { readTable } from './table.ts'

const read = (text: string, delimiter?: string) => atOnce(readTable(text, delimiter))
const records = (text: string, delimiter: string) => {
  const found = atOnce(csvRecords(text, delimiter))
  if (!Array.isArray(found)) throw new Error(`line ${found.line}`)
  return found
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', '\r\n', ' ', 'å') }),
)

test('any rows written as CSV and read back are the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 30 }),
      fc.constantFrom(...delimiters),
      (rows, delimiter) => {
        const back = records(csvText(rows, delimiter), delimiter)
        expect(back.map(({ cells }) => cells)).toEqual(rows)
      },
    ),
  )
})

test('a record is said to be on the line it begins on, whatever ends the lines', () => {
  const lineOf = (rows: readonly string[][], index: number, end: RegExp): number =>
    csvText(rows.slice(0, index), ',').split(end).length
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom('a', ',', '\n', '\r\n', '"') }), {
          minLength: 2,
          maxLength: 3,
        }),
        { minLength: 1, maxLength: 30 },
      ),
      (rows) => {
        const lines = records(csvText(rows, ','), ',').map(({ line }) => line)
        expect(lines).toEqual(rows.map((_, index) => lineOf(rows, index, /\r\n|\n|\r/)))
      },
    ),
  )
  expect(records('a,b\n\n1,"x\r\ny"\r\r\n\n2,3', ',').map(({ line }) => line)).toEqual([1, 3, 7])
})

test('a long file is cut only where no quote is open', () => {
  const rows = Array.from({ length: 4_000 }, (_, index) => [`${index}`, `a "b"\nc;${index}`, ''])
  const back = records(csvText(rows, ';').replaceAll('\r\n', '\n'), ';')
  expect(back.map(({ cells }) => cells)).toEqual(rows)
  expect(back.at(-1)?.line).toBe(4_000 * 2 - 1)
})

test('the delimiter is the one that the header has most of, outside its quotes', () => {
  expect(guessDelimiter('a;b;c\n1,5;2,5;3,5')).toBe(';')
  expect(guessDelimiter('"a;b;c",d\n')).toBe(',')
  expect(guessDelimiter('a\tb\n')).toBe('\t')
  expect(guessDelimiter('plate\nABC 123\n')).toBe(',')
  expect(guessDelimiter('\r\n\r\na;b')).toBe(';')
})

test('a byte order mark, spaces around cells and empty lines are no part of the table', () => {
  expect(read('\ufeffplate; name \r\n ABC 123 ;Van\r\n;\r\n\r\n')).toEqual({
    delimiter: ';',
    header: ['plate', 'name'],
    rows: [{ line: 2, cells: ['ABC 123', 'Van'] }],
  })
})

test('a file that is no table is told why', () => {
  expect(read('')).toEqual({ code: 'empty' })
  expect(read('plate;name\n')).toEqual({ code: 'empty' })
  expect(read('a,b\n1,2\n3,"open\n4,5\n')).toEqual({ code: 'badQuote', line: 3 })
  expect(read('a,b\n1,2\n\n3,x"y"\n')).toMatchObject({ code: 'badQuote' })
  const many = `plate\n${'A\n'.repeat(MOST_ROWS + 1)}`
  expect(read(many)).toEqual({ code: 'tooManyRows', rows: MOST_ROWS + 1, most: MOST_ROWS })
  expect(read('x'.repeat(7_000_001))).toMatchObject({ code: 'tooLarge' })
  expect(read(`${'a,'.repeat(300)}\n1\n`)).toMatchObject({ code: 'tooManyColumns', columns: 301 })
})

test('what a spreadsheet would take for a formula is written so that it does not, and read back as it was', () => {
  for (const formula of ['=1+1', '+46 70', '-5', '@SUM(A1)', '\tx', '\rx'])
    expect(harmless(formula)).toBe(`'${formula}`)
  expect(harmless('ABC-1')).toBe('ABC-1')
  expect(
    read(
      csvText(
        [
          ['a', 'b'],
          [harmless('-5'), "'quoted'"],
        ],
        ',',
      ),
    ),
  ).toMatchObject({
    rows: [{ cells: ['-5', "'quoted'"] }],
  })
})
