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

/** A cursor of an instant and an id, so that rows of one instant are neither lost nor told twice. */
export function readCursor(after: string | undefined): { at: number; id: string } | undefined {
  const [at, id] = after?.split('~') ?? []
  if (at === undefined || id === undefined || !/^-?\d+$/.test(at)) return undefined
  return { at: Number(at), id }
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
