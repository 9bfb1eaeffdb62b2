import type { ReactNode } from 'react'

/** A column of a `DataTable`. Keep the list of columns stable (module scope or memo): a new list redraws all. */
export type TableColumn<Row> = {
  id: string
  /** The head, already translated. */
  title: string
  cell: (row: Row) => ReactNode
  /** What it is sorted by; a column without it can't be sorted. Null goes last in both directions. */
  sortBy?: (row: Row) => string | number | null
  /** Sorted as the characters stand, for codes in which figures are not numbers: 02DC before 1E57. */
  code?: boolean
  align?: 'left' | 'right'
  /** Width in px; the column also takes its share of what is left over when `grow` is set. */
  width: number
  grow?: number
  /** Not shown until chosen. */
  hidden?: boolean
  /** Can't be hidden: the column that says which row it is. */
  fixed?: boolean
}

export type TableSort = { columnId: string; descending: boolean }

/** The width of a column as CSS grid wants it. */
export function trackOf(column: Pick<TableColumn<never>, 'width' | 'grow'>): string {
  return column.grow ? `minmax(${column.width}px, ${column.grow}fr)` : `${column.width}px`
}

const GAP = 16
const EDGES = 52

/** The width in px below which a table scrolls sideways: every column at its own, gaps and edges included. */
export function leastWidthOf(columns: readonly Pick<TableColumn<never>, 'width'>[]): number {
  const widths = columns.reduce((sum, column) => sum + column.width, 0)
  return widths + Math.max(0, columns.length - 1) * GAP + EDGES
}

/**
 * The columns that a table so many px wide has room for. Those at the right give way first, but neither one that
 * says which row it is nor one somebody has asked for by hand; then the table scrolls sideways after all.
 */
export function fittingColumns<Column extends Pick<TableColumn<never>, 'id' | 'width' | 'fixed'>>(
  columns: readonly Column[],
  chosen: Readonly<Record<string, boolean>>,
  widthPx: number,
): Column[] {
  const kept = [...columns]
  for (const column of columns.toReversed()) {
    if (leastWidthOf(kept) <= widthPx) break
    if (column.fixed !== true && chosen[column.id] !== true) kept.splice(kept.indexOf(column), 1)
  }
  return kept
}

/** Orders two sort keys, numbers by size, texts as `collator` does. */
export function compareKeys(a: unknown, b: unknown, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

/** What orders the texts of a column: as people count them, or a code figure by figure. */
export function collatorOf(column: Pick<TableColumn<never>, 'code'>, language: string) {
  return new Intl.Collator(language, { numeric: column.code !== true, sensitivity: 'base' })
}

/** What a stored choice of hidden columns still means; undefined when it is not one. */
export function acceptHidden(stored: unknown): Record<string, boolean> | undefined {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return undefined
  const entries = Object.entries(stored).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  )
  return Object.fromEntries(entries)
}

/** What a stored sort order still means; undefined when it names no column of this table. */
export function acceptSort(stored: unknown, columnIds: readonly string[]): TableSort | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { columnId, descending } = {
    columnId: undefined,
    descending: false,
    ...stored,
  } satisfies object
  if (typeof columnId !== 'string' || typeof descending !== 'boolean') return undefined
  return columnIds.includes(columnId) ? { columnId, descending } : undefined
}
