/**
 * One page of a list held in memory; `after` is the index the page begins at.
 * @param mark what stands after the index in a cursor, for lists whose cursors have a shape of their own
 */
export function pageOf<Row>(
  rows: readonly Row[],
  after: string | undefined,
  limit: number,
  mark = '',
): { rows: Row[]; next: string | null } {
  const from = Number(after ?? 0)
  const until = from + limit
  return { rows: rows.slice(from, until), next: until < rows.length ? `${until}${mark}` : null }
}
