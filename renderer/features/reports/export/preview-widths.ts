import type { Column, ColumnKind } from '../../../../shared/domain/report/column.ts'

/** How wide the values of a kind are at most, px at 13 px of text. */
const widths: Readonly<Record<ColumnKind, number>> = {
  code: 150,
  text: 150,
  integer: 70,
  money: 90,
  energy: 90,
  power: 80,
  instant: 190,
  day: 96,
  duration: 76,
  percent: 70,
  currency: 64,
}

const CHARACTER_PX = 7.2
const PADDING_PX = 20
const WIDEST_PX = 280

/** The width of a column in the preview, px: room for its name and for what is in it. */
export function previewWidth({ kind, name }: Pick<Column, 'kind'> & { name: string }): number {
  const head = Math.ceil([...name].length * CHARACTER_PX) + PADDING_PX
  return Math.min(WIDEST_PX, Math.max(widths[kind], head))
}

const figures: ReadonlySet<ColumnKind> = new Set([
  'integer',
  'money',
  'energy',
  'power',
  'duration',
  'percent',
])

/** Whether a column's values stand under one another by their last digit. */
export function isFigure({ kind }: Pick<Column, 'kind'>): boolean {
  return figures.has(kind)
}
