/** A part of a long list, and where the next begins; null where there is none. */
export type Page<Row> = { rows: readonly Row[]; next: string | null }

/**
 * Fetches page after page until so many rows are there, or all.
 * @param after where to begin; undefined at the top
 * @param atLeast one page is fetched however few
 */
export async function fetchAsFar<Row>(
  ask: (after: string | undefined) => Promise<Page<Row>>,
  after: string | undefined,
  atLeast: number,
): Promise<Page<Row>> {
  const { rows, next } = await ask(after)
  if (next === null || rows.length >= atLeast) return { rows, next }
  const rest = await fetchAsFar(ask, next, atLeast - rows.length)
  return { rows: [...rows, ...rest.rows], next: rest.next }
}
