import { type Pieces, totalOf } from '../../../../shared/domain/till/cash-count.ts'

/** How many of each value there are, as it is typed; a value that nobody has touched is not in it. */
export type Counted = Readonly<Record<number, string>>

/** The most pieces of one value that a count takes. */
const MOST = 100_000

/** The pieces that are typed of a value: 0 while nothing is; undefined where it is no whole number. */
export function piecesOf(counted: Counted, valueMinor: number): number | undefined {
  const typed = (counted[valueMinor] ?? '').replaceAll(/[\s\u00a0\u202f]/gu, '')
  if (typed === '') return 0
  if (!/^\d{1,6}$/.test(typed)) return undefined
  const pieces = Number(typed)
  return pieces <= MOST ? pieces : undefined
}

/** One more of a value, or one less, but never less than none. What is no number begins at none. */
export function stepped(counted: Counted, valueMinor: number, by: 1 | -1): Counted {
  const pieces = Math.min(MOST, Math.max(0, (piecesOf(counted, valueMinor) ?? 0) + by))
  return { ...counted, [valueMinor]: pieces === 0 ? '' : String(pieces) }
}

/** The count as the hub takes it; undefined while something typed is no number. */
export function denominationsIn(counted: Counted, values: readonly number[]): Pieces[] | undefined {
  const rows = values.map((valueMinor) => ({ valueMinor, pieces: piecesOf(counted, valueMinor) }))
  if (rows.some(({ pieces }) => pieces === undefined)) return undefined
  return rows.flatMap(({ valueMinor, pieces = 0 }) => (pieces > 0 ? { valueMinor, pieces } : []))
}

/** What is counted so far, minor units; what is no number counts nothing. */
export function countedMinor(counted: Counted, values: readonly number[]): number {
  return totalOf(
    values.map((valueMinor) => ({ valueMinor, pieces: piecesOf(counted, valueMinor) ?? 0 })),
  )
}
