import type { SearchHit, SearchKind } from './search-hit.ts'

/** A2 before A10. */
const byTitle = new Intl.Collator('sv', { numeric: true })

/** What an attendant looks for first, when two are as good. */
const KINDS: readonly SearchKind[] = [
  'stay',
  'connector',
  'session',
  'receipt',
  'payment',
  'vehicle',
  'customer',
]

/**
 * The hits in the order in which they are shown, each row once: what was typed in full first, then what is here now, then
 * the newest.
 */
export function ranked(hits: readonly SearchHit[], limit: number): SearchHit[] {
  const sorted = hits.toSorted(
    (one, other) =>
      Number(other.isExact) - Number(one.isExact) ||
      Number(other.isHere) - Number(one.isHere) ||
      KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
      (other.at ?? 0) - (one.at ?? 0) ||
      byTitle.compare(one.title, other.title) ||
      (one.connectorId ?? 0) - (other.connectorId ?? 0) ||
      (one.id < other.id ? -1 : 1),
  )
  const seen = new Set<string>()
  return sorted
    .filter(({ kind, id }) => {
      const row = `${kind} ${id}`
      if (seen.has(row)) return false
      seen.add(row)
      return true
    })
    .slice(0, limit)
}
