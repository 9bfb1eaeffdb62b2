import type { Id } from '../../../shared/domain/id/id.ts'
import type { TileLine } from './tile-lines.ts'

/**
 * The tile an arrow key, Home or End leads to, and the line it is on; null when the key is not for walking or
 * there is nothing that way. Up and down keep to the column, or go to the last tile of a shorter line.
 */
export function nextTile(
  key: string,
  from: Id,
  lines: readonly TileLine[],
): { id: Id; line: number } | null {
  const places = lines.flatMap((entry, line) =>
    entry.kind === 'tiles' ? entry.rows.map((row, column) => ({ id: row.id, line, column })) : [],
  )
  const at = places.findIndex((place) => place.id === from)
  const here = places[at]
  if (!here) return null
  const vertically = (step: 1 | -1) => {
    const beyond = places.filter((place) => (place.line - here.line) * step > 0)
    const line = step === 1 ? beyond[0]?.line : beyond.at(-1)?.line
    return beyond.filter((place) => place.line === line && place.column <= here.column).at(-1)
  }
  const walks: Record<string, () => (typeof places)[number] | undefined> = {
    ArrowRight: () => places[at + 1],
    ArrowLeft: () => places[at - 1],
    ArrowDown: () => vertically(1),
    ArrowUp: () => vertically(-1),
    Home: () => places[0],
    End: () => places.at(-1),
  }
  const to = Object.hasOwn(walks, key) ? walks[key]?.() : undefined
  return to && to.id !== from ? { id: to.id, line: to.line } : null
}
