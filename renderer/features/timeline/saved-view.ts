import { NARROWEST_MS, WIDEST_MS } from './axis/scale.ts'
import { acceptFilter } from './rows/row-filter.ts'
import type { RowFilter } from './rows/row-filter.ts'

/** A way of looking at the timeline that somebody gave a name: which rows, folded how, and how much time across. */
export interface SavedView {
  readonly name: string
  readonly filter: RowFilter
  readonly collapsed: readonly string[]
  readonly spanMs: number
}

/** The saved views with one more, by name; one of the same name is replaced. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const others = views.filter(({ name }) => name !== view.name)
  return [...others, view].toSorted((a, b) => a.name.localeCompare(b.name))
}

/** What stored views still mean; those that mean nothing any more are left out. */
export function acceptViews(stored: unknown): SavedView[] | undefined {
  if (!Array.isArray(stored)) return undefined
  return stored.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const given: Partial<Record<keyof SavedView, unknown>> = entry
    const filter = acceptFilter(given.filter)
    const { name, spanMs } = given
    if (typeof name !== 'string' || name === '' || filter === undefined) return []
    if (typeof spanMs !== 'number' || !(spanMs > 0)) return []
    const span = Math.min(WIDEST_MS, Math.max(NARROWEST_MS, spanMs))
    return [{ name, filter, collapsed: acceptWords(given.collapsed) ?? [], spanMs: span }]
  })
}

/** A stored list of words; undefined when it is none. */
export function acceptWords(stored: unknown): string[] | undefined {
  if (!Array.isArray(stored)) return undefined
  return stored.filter((entry) => typeof entry === 'string')
}
