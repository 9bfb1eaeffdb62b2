/** One page of a list held in memory; `after` is the index the page begins at. */
export function pageOf<Row>(
  rows: readonly Row[],
  after: string | undefined,
  limit: number,
): { rows: Row[]; next: string | null } {
  const from = Number(after ?? 0)
  const until = from + limit
  return { rows: rows.slice(from, until), next: until < rows.length ? String(until) : null }
}
