import { useMemo } from 'react'
import { usePages } from '../../live/use-pages.ts'

type Aside = { id: string; archivedAt: number | null }
type AskPage<Row> = (
  after: string | undefined,
  signal: AbortSignal,
) => Promise<{ rows: readonly Row[]; next: string | null }>

/**
 * The rows that were put aside, which a desk holds no live copy of: asked for page by page while they are wanted, and
 * overlaid with what has changed of them since.
 * @param live those of the replica: what was put aside or brought back since the window opened is among them
 */
export function useArchived<Row extends Aside>(
  key: string,
  wanted: boolean,
  live: readonly Row[],
  ask: AskPage<Row>,
) {
  const pages = usePages<Row>(`${wanted} ${key}`, (after, signal) =>
    wanted ? ask(after, signal) : Promise.resolve({ rows: [], next: null }),
  )
  const rows = useMemo(() => {
    const known = new Map(pages.rows.map((row) => [row.id, row]))
    for (const row of live) if (known.has(row.id) || row.archivedAt !== null) known.set(row.id, row)
    return [...known.values()].filter((row) => row.archivedAt !== null)
  }, [pages.rows, live])
  return { rows, state: pages.state, error: pages.error, more: pages.more, reload: pages.reload }
}
