import type { ReportDialect } from './spec.ts'

/** What doesn't show, breaks files or turns the order of what stands beside it: all but tab and line ends is written out. */
const hidden = /[\p{Bidi_Control}\p{Cs}\u2028\u2029\ufeff]|(?![\t\n\r])\p{Cc}|\\(?=u\{)/gu
const hiddenAtAll = /[\p{Bidi_Control}\p{Cs}\p{Cc}\u2028\u2029\ufeff\\]/u

/**
 * How a cell begins that some spreadsheet takes for a formula (OWASP, "CSV injection"), also behind spaces and in full
 * width; and the sign that stands before such a cell, so that it can be told from one that had it already.
 */
const formula = /^(?:'|[\t\r\n]|[\s\u00a0]*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20])/u

/** What a spreadsheet takes for a number or a day, and doesn't keep as it is: 007, 1E5, 1-2, 12:30, more than 15 digits. */
const numeric = /^[\d.,:/\s+-]*\d(?:[\d.,:/\s+-]*|[\d.,\s]*e[+-]?\d+)$/iu
const plainNumber = /^(?:0|[1-9]\d{0,14})$/
const wordOfSpreadsheet =
  /^(?:(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]{0,6}[\s./-]?\d{1,4}|true|false|sant|falskt)$/iu
/** No word of a spreadsheet's is longer. */
const LONGEST_WORD = 14

/** What a plain character is, by code up to ÿ; others, and all that separates or quotes cells, are looked at by the rules. */
const LETTER = 1
const DIGIT = 2
/** What stands in numbers, days and times; `e` does too, and is a letter. */
const BETWEEN = 3
const EXPONENT = 4
const MARK = 5
const plain = new Uint8Array(256)
for (let code = 0xc0; code <= 0xff; code += 1) plain[code] = LETTER
for (let code = 0x41; code <= 0x5a; code += 1) plain[code] = plain[code + 0x20] = LETTER
for (const [characters, what] of [
  ['0123456789', DIGIT],
  [' .:/+-', BETWEEN],
  ['eE', EXPONENT],
  ['!#$%&()*<>?_', MARK],
] as const)
  for (const character of characters) plain[character.charCodeAt(0)] = what

/**
 * Whether words are none but plain ones that begin with a letter or a digit, as most are: the rules needn't be asked one
 * by one. `numberish` is what might be a number or a day.
 */
function plainness(text: string): 'word' | 'numberish' | null {
  const first = plain[text.charCodeAt(0)] ?? 0
  if (first !== LETTER && first !== DIGIT && first !== EXPONENT) return null
  let isNumberish = first === DIGIT
  for (let at = 1; at < text.length; at += 1) {
    const what = plain[text.charCodeAt(at)] ?? 0
    if (what === 0) return null
    if (what === LETTER || what === MARK) isNumberish = false
  }
  return isNumberish ? 'numberish' : 'word'
}

/**
 * Words as they stand in a file, so that nothing happens when it is opened: what would be taken for a formula gets an
 * apostrophe before it, and what doesn't show is written as `\\u{202E}`. For a spreadsheet what would be taken for another
 * value gets the apostrophe too. `originalText` turns both back.
 * @param quoted what the file does with words that might hold what separates its cells; plain ones are not asked about
 */
export function inertText(
  text: string,
  dialect: ReportDialect,
  quoted: (shown: string) => string = (shown) => shown,
): string {
  if (text === '') return text
  const plainly = plainness(text)
  if (plainly !== null && dialect !== 'excel-sv') return text
  if (plainly === 'word')
    return text.length <= LONGEST_WORD && wordOfSpreadsheet.test(text) ? `'${text}` : text
  const shown = hiddenAtAll.test(text) ? text.replaceAll(hidden, written) : text
  const isInert = !formula.test(shown) && !(dialect === 'excel-sv' && isTakenForOther(shown))
  return quoted(isInert ? shown : `'${shown}`)
}

/** The words that `inertText` made a cell of. */
export function originalText(cell: string): string {
  const shown = cell.startsWith("'") ? cell.slice(1) : cell
  return shown.replaceAll(/\\u\{([0-9A-F]{1,6})\}/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

function isTakenForOther(text: string): boolean {
  // No number and no day is longer, and most words are told by their first character.
  if (text.length > 40) return false
  const first = text.charCodeAt(0)
  const isDigit = first >= 0x30 && first <= 0x39
  if (isDigit || first === 0x2e || first === 0x2c)
    return numeric.test(text) && !plainNumber.test(text)
  return wordOfSpreadsheet.test(text)
}

function written(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`
}
