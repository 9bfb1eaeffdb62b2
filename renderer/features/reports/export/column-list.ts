import type { ReportKind } from '../../../../shared/domain/report/report-kind.ts'
import { columnsOf } from '../../../../shared/domain/report/columns.ts'
import type { ChosenColumn } from '../../../../shared/domain/report/spec.ts'

/** A column in the chooser: whether the report has it, and what is written above it; empty: its key. */
export interface ColumnChoice {
  readonly key: string
  readonly name: string
  readonly isOn: boolean
}

/** The columns of a kind to choose from: those that were chosen, in their order, then the others in their own. */
export function choicesOf(kind: ReportKind, chosen: readonly ChosenColumn[]): ColumnChoice[] {
  const keys = columnsOf(kind).map(({ key }) => key)
  if (chosen.length === 0) return keys.map((key) => ({ key, name: '', isOn: true }))
  const on = chosen.map(({ key, name = '' }) => ({
    key,
    name: name === key ? '' : name,
    isOn: true,
  }))
  const taken = new Set(on.map(({ key }) => key))
  const off = keys.filter((key) => !taken.has(key)).map((key) => ({ key, name: '', isOn: false }))
  return [...on, ...off]
}

/** What the hub is asked for; nothing where that is every column as the kind has it. */
export function chosenOf(kind: ReportKind, choices: readonly ColumnChoice[]): ChosenColumn[] {
  const chosen = choices
    .filter(({ isOn }) => isOn)
    .map(({ key, name }) => (name.trim() === '' ? { key } : { key, name: name.trim() }))
  const keys = columnsOf(kind).map(({ key }) => key)
  const asIs =
    chosen.length === keys.length &&
    chosen.every((one, at) => one.key === keys[at] && !('name' in one))
  return asIs ? [] : chosen
}

/** Takes a column out of its place and puts it before the one at `to`. */
export function moved(
  choices: readonly ColumnChoice[],
  from: number,
  to: number,
): readonly ColumnChoice[] {
  const place = Math.min(choices.length - 1, Math.max(0, to))
  const column = choices[from]
  if (column === undefined || place === from) return choices
  const rest = choices.toSpliced(from, 1)
  return rest.toSpliced(place, 0, column)
}

/** Moves a column one place on among those that the report has; one that it hasn't, by one row. */
export function movedOn(
  choices: readonly ColumnChoice[],
  from: number,
  by: 1 | -1,
): readonly ColumnChoice[] {
  if (choices[from]?.isOn !== true) return moved(choices, from, from + by)
  const places = choices.flatMap(({ isOn }, at) => (isOn ? [at] : []))
  const to = places[places.indexOf(from) + by]
  return to === undefined || places.indexOf(from) + by < 0 ? choices : moved(choices, from, to)
}

/** Puts the columns that the report has before the others, each in the order in which they stand. */
export function onFirst(choices: readonly ColumnChoice[]): readonly ColumnChoice[] {
  return [...choices.filter(({ isOn }) => isOn), ...choices.filter(({ isOn }) => !isOn)]
}

/** Changes one column. A report has at least one: the last is not taken away. */
export function changed(
  choices: readonly ColumnChoice[],
  key: string,
  change: Partial<Pick<ColumnChoice, 'isOn' | 'name'>>,
): readonly ColumnChoice[] {
  const next = choices.map((column) => (column.key === key ? { ...column, ...change } : column))
  return next.some(({ isOn }) => isOn) ? next : choices
}

/** Takes all columns, or of all only the first, since one there must be. */
export function allOn(choices: readonly ColumnChoice[], isOn: boolean): readonly ColumnChoice[] {
  return choices.map((column, at) => ({ ...column, isOn: isOn || at === 0 }))
}

/** Gives every column the name that `nameOf` has for it; one that another has already keeps its key. */
export function named(
  choices: readonly ColumnChoice[],
  nameOf: (key: string) => string,
): readonly ColumnChoice[] {
  const taken = new Set<string>()
  return choices.map((column) => {
    const name = nameOf(column.key)
    if (taken.has(name)) return { ...column, name: '' }
    taken.add(name)
    return { ...column, name: name === column.key ? '' : name }
  })
}

/** The names that more than one column of the report has: a file with them can't be told apart. */
export function namedTwice(choices: readonly ColumnChoice[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { key, name, isOn } of choices) {
    if (!isOn) continue
    const shown = name.trim() === '' ? key : name.trim()
    if (seen.has(shown)) twice.add(shown)
    seen.add(shown)
  }
  return twice
}
