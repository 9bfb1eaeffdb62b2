/** What had to be understood to read a number. */
export type DecimalNote = 'decimalComma' | 'padded'

export interface Decimal {
  /** The number in plain digits, such as `-12.50`. */
  readonly text: string
  readonly exponent: number
  readonly note: DecimalNote | null
}

const NUMBER = /^([+-]?(?:\d{1,30}(?:[.,]\d{0,30})?|[.,]\d{1,30}))(?:[eE]([+-]?\d{1,3}))?$/

/** Reads a charger's number; undefined when it is none (`NaN`, `∞`, words). */
export function readDecimal(written: string): Decimal | undefined {
  if (written.length > 80) return undefined
  const trimmed = written.trim()
  const match = NUMBER.exec(trimmed)
  if (match?.[1] === undefined) return undefined
  const comma = match[1].includes(',')
  return {
    text: match[1].replace(',', '.'),
    exponent: Number(match[2] ?? 0),
    note: comma ? 'decimalComma' : trimmed === written ? null : 'padded',
  }
}

/**
 * The decimal times a power of ten. The point is moved in the text, so that 1.0005 kWh is 1000.5 Wh exactly
 * and the same reading in two units never rounds to two values.
 */
export function shifted(decimal: Decimal, powerOfTen: number): number {
  return Number(`${decimal.text}e${decimal.exponent + powerOfTen}`)
}
