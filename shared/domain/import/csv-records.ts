import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import type { Turns } from './in-turns.ts'

/** One record of a file and the line it begins on, from 1. */
export interface CsvRecordAt {
  readonly line: number
  readonly cells: string[]
}

/** A quote where none may be, in the record that begins on this line. */
export interface BadQuote {
  readonly code: 'badQuote'
  readonly line: number
}

/** So many characters are parsed in one turn: some ten milliseconds. */
const CHARACTERS_A_TURN = 64 * 1024

/**
 * The records of a CSV text (RFC 4180; lines may end in CRLF, LF or CR, mixed too), empty lines left out. It is
 * parsed in pieces that end where a line does and no quote is open.
 */
export function* csvRecords(text: string, delimiter: string): Turns<CsvRecordAt[] | BadQuote> {
  const records: CsvRecordAt[] = []
  let linesBefore = 0
  for (const piece of piecesOf(text)) {
    // The parser counts a CRLF within quotes as two lines.
    let countedTwice = 0
    let next = linesBefore + 1
    const take = (cells: string[], lines: number): null => {
      const within = { crlf: 0, all: 0 }
      for (const cell of cells) countLineEnds(cell, within)
      countedTwice += within.crlf
      const end = linesBefore + lines - countedTwice
      records.push({ line: end - within.all, cells })
      next = end + 1
      return null
    }
    try {
      parse(piece, {
        delimiter,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        skip_empty_lines: true,
        on_record: (cells, { lines }) => take(cells, lines),
      })
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      return { code: 'badQuote', line: next }
    }
    const ends = { crlf: 0, all: 0 }
    countLineEnds(piece, ends)
    linesBefore += ends.all
    yield
  }
  return records
}

/** Cuts after a line end that an even number of quotes precedes: there no quote is open. */
function* piecesOf(text: string): Generator<string> {
  let start = 0
  while (start < text.length) {
    let at = start
    let quoted = false
    while (at < text.length) {
      const character = text.charCodeAt(at)
      at += 1
      if (character === 0x22) quoted = !quoted
      else if (character === 0x0a && !quoted && at - start >= CHARACTERS_A_TURN) break
    }
    yield text.slice(start, at)
    start = at
  }
}

/** Adds the line ends of a text, a CRLF being one of them. */
function countLineEnds(text: string, sum: { crlf: number; all: number }): void {
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) {
    sum.all += 1
    if (end === '\r\n') sum.crlf += 1
  }
}
