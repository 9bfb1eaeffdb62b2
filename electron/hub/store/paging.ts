import { type ExpressionBuilder, sql, type StringReference } from 'kysely'

/** One page: the rows asked for, and where the next begins; null at the end. */
export interface Page<Row> {
  rows: Row[]
  next: string | null
}

/**
 * Cuts a page from rows read with one more than the limit.
 * @param cursor what names a row's place; it comes back as `after`
 */
export function pageOf<Row>(rows: Row[], limit: number, cursor: (row: Row) => string): Page<Row> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return { rows: kept, next: rows.length > limit && last ? cursor(last) : null }
}

/** A place in a list by time: an instant and an id, so that rows of one instant are neither lost nor told twice. */
interface Place {
  at: number
  id: string
}

/** Reads a cursor of an instant and an id; undefined at the list's beginning. */
export function readCursor(after: string | undefined): Place | undefined {
  const [at, id] = after?.split('~') ?? []
  if (at === undefined || id === undefined || !/^-?\d+$/.test(at)) return undefined
  return { at: Number(at), id }
}

/** Whether a row lies behind a place, in a list whose newest (`<`) or oldest (`>`) come first by these two columns. */
export function behind<DB, TB extends keyof DB>(
  is: ExpressionBuilder<DB, TB>,
  place: Place,
  order: '<' | '>',
  at: StringReference<DB, TB>,
  id: StringReference<DB, TB>,
) {
  const [atRef, idRef, than] = [is.ref(at), is.ref(id), sql.raw(order)]
  return sql<boolean>`(${atRef} ${than} ${place.at} or (${atRef} = ${place.at} and ${idRef} ${than} ${place.id}))`
}

/** A cursor of a text and an id, for lists in the order of names that several rows may have. */
export function readTextCursor(
  after: string | undefined,
): { text: string; id: string } | undefined {
  const at = after?.lastIndexOf('~') ?? -1
  if (after === undefined || at < 0) return undefined
  return { text: after.slice(0, at), id: after.slice(at + 1) }
}

/** Text as a pattern for LIKE, found anywhere. `%` and `_` in it match more than themselves, which a search may. */
export function containing(text: string): string {
  return `%${text}%`
}
