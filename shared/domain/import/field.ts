import type { z } from 'zod'
import type { Known } from './known.ts'
import { readNumber, readQuantity, type Unit } from './number.ts'
import { type Moment, readClock } from './moment.ts'
import type { RowNote, RowProblem } from './problem.ts'

/** One cell with what has to be known to read it. */
export interface Cell {
  /** Never empty, without spaces around it. */
  readonly text: string
  readonly field: string
  /** The unit that the heading of its column names. */
  readonly unit: Unit | null
  readonly known: Known
}

/** What a cell comes to. */
export type CellRead<T> =
  | { readonly value: T; readonly note?: RowNote }
  | { readonly problem: RowProblem }

/** One thing that a row can tell: by what its column is known, and how its cells are read. */
export interface Field<T> {
  /** Headings it is found under, as `headingKey` has them; the first is the template's in English. */
  readonly headings: readonly string[]
  /** Whether every row has to tell it. */
  readonly required?: true
  read(cell: Cell): CellRead<T>
}

/** The fields of a kind, by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>

/** What the fields of a row were read as; those with an empty cell or without a column are not there. */
export type ValuesOf<F extends Fields> = {
  [Name in keyof F]?: F[Name] extends Field<infer T> ? T : never
}

/** A value that has passed its schema's bounds, or which bound it has not. */
function within<T>(schema: z.ZodType<T>, value: unknown, cell: Cell): CellRead<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data }
  const { text, field } = cell
  const [issue] = parsed.error.issues
  if (typeof value === 'string' && issue?.code === 'too_big')
    return { problem: { code: 'tooLong', field, value: text, most: Number(issue.maximum) } }
  const least = issue?.code === 'too_small' ? Number(issue.minimum) : null
  const most = issue?.code === 'too_big' ? Number(issue.maximum) : null
  if (least === null && most === null) return problem('notANumber', cell)
  return { problem: { code: 'outOfRange', field, value: text, least, most } }
}

/** A text of at most so many characters. */
export function textField<T extends string | null>(
  schema: z.ZodType<T>,
  headings: readonly string[],
): Field<T> {
  return { headings, read: (cell) => within(schema, cell.text, cell) }
}

/** A power (`W`) or energy (`Wh`), kW and kWh where nothing else is said. */
export function quantityField<T extends number | null>(
  schema: z.ZodType<T>,
  what: 'W' | 'Wh',
  headings: readonly string[],
): Field<T> {
  return {
    headings,
    read(cell) {
      const value = readQuantity(cell.text, what, cell.unit)
      if (value === undefined) return problem('notANumber', cell)
      return within(schema, value, cell)
    },
  }
}

/** A plain number. */
export function numberField<T extends number | null>(
  schema: z.ZodType<T>,
  headings: readonly string[],
): Field<T> {
  return {
    headings,
    read(cell) {
      const value = readNumber(cell.text)
      if (value === undefined) return problem('notANumber', cell)
      return within(schema, value, cell)
    },
  }
}

/** One of a few words, in English or Swedish or as the contract has it, in whatever case. */
export function choiceField<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
  headings: readonly string[],
): Field<T> {
  const choose = chooser(words)
  return {
    headings,
    read(cell) {
      const value = choose(cell.text)
      if (value !== undefined) return { value }
      return { problem: notAChoice(cell, words) }
    },
  }
}

/** Finds the choice that a word means. */
export function chooser<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
): (word: string) => T | undefined {
  const byKey = new Map<string, T>()
  for (const choice in words)
    for (const word of [choice, ...words[choice]]) byKey.set(wordKey(word), choice)
  return (word) => byKey.get(wordKey(word))
}

export function notAChoice(
  { text, field }: Pick<Cell, 'text' | 'field'>,
  words: Readonly<Record<string, readonly string[]>>,
): RowProblem {
  const choices = Object.entries(words).map(([choice, [first]]) => first ?? choice)
  return { code: 'notAChoice', field, value: text, choices }
}

/** An instant. */
export function momentField(
  read: (text: string, timeZone: string) => Moment,
  headings: readonly string[],
): Field<number> {
  return {
    headings,
    read(cell) {
      const { text, field, known } = cell
      const moment = read(text, known.timeZone)
      if (moment.kind === 'unreadable') return problem('notATime', cell)
      if (moment.kind === 'skipped') return problem('skippedTime', cell)
      const note: RowNote = { code: 'repeatedTime', field, value: text }
      return { value: moment.at, ...(moment.repeated ? { note } : {}) }
    },
  }
}

/** A time of day, `hh:mm`. */
export function clockField(headings: readonly string[]): Field<string> {
  return {
    headings,
    read(cell) {
      const value = readClock(cell.text)
      return value === undefined ? problem('notATime', cell) : { value }
    },
  }
}

/** Something that is there already, by what people call it. */
export function referenceField<T>(
  find: (known: Known, text: string) => readonly T[],
  headings: readonly string[],
): Field<T> {
  return {
    headings,
    read(cell) {
      const [found, another] = find(cell.known, cell.text)
      if (found === undefined) return problem('unknown', cell)
      return another === undefined ? { value: found } : problem('ambiguous', cell)
    },
  }
}

function problem(
  code: 'notANumber' | 'notATime' | 'skippedTime' | 'unknown' | 'ambiguous',
  { field, text }: Cell,
): { problem: RowProblem } {
  return { problem: { code, field, value: text } }
}

/** A word as it is compared: without case, spaces and marks. */
export function wordKey(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
