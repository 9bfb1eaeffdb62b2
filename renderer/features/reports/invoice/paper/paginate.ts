import type { PaperRow } from './paper-rows.ts'

/** How many rows there is room for. */
export interface Room {
  /** On the first page, below who sells and who pays. */
  readonly first: number
  /** On each page after it. */
  readonly next: number
  /** What the sums and how to pay take at the end, in rows. */
  readonly tail: number
}

export interface PaperPage {
  readonly rows: readonly PaperRow[]
  /** Whether the sums stand on it. */
  readonly hasTail: boolean
}

/**
 * Which rows stand on which page. A table that goes on has its head once more; no title or head is the last on a page;
 * the sums stand below the last row, or on a page of their own where there is no room.
 */
export function paginate(rows: readonly PaperRow[], room: Room): PaperPage[] {
  const pages: PaperRow[][] = [[]]
  let page: PaperRow[] = pages[0] ?? []
  const turn = (): void => {
    const carried: PaperRow[] = []
    // What only announces the rows below goes with them.
    while (page.length > 1 && page.at(-1)?.is !== 'line' && page.at(-1)?.is !== 'group')
      carried.unshift(page.pop() ?? { is: 'gap' })
    page = carried.filter(({ is }) => is !== 'gap')
    pages.push(page)
  }
  const roomNow = (): number => (pages.length === 1 ? room.first : room.next)
  for (const row of rows) {
    if (page.length >= roomNow()) turn()
    if (page.length === 0 && (row.is === 'line' || row.is === 'group') && pages.length > 1)
      page.push({ is: 'head', of: row.is === 'line' ? 'lines' : 'groups' })
    if (row.is !== 'gap' || page.length > 0) page.push(row)
  }
  if (page.length + room.tail > roomNow()) pages.push([])
  return pages.map((of, index) => ({ rows: of, hasTail: index === pages.length - 1 }))
}
