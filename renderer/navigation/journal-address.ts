/** What the journal can be narrowed by; `period` is one that has a name, or two days as `2026-03-01..2026-03-04`. */
export const journalFilters = ['actor', 'act', 'noun', 'nounId', 'period', 'search'] as const
export type JournalFilter = { readonly [F in (typeof journalFilters)[number]]?: string }

/** A filter as it stands at the end of an address; nothing where nothing is narrowed. */
export function journalSuffix(filter: JournalFilter | undefined): string {
  const parts = journalFilters.flatMap((name) => {
    const value = filter?.[name] ?? ''
    return value === '' ? [] : [`${name}=${encodeURIComponent(value)}`]
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** The filter at the end of an address; null where there is none that is known. */
export function journalFilterOf(suffix: string): JournalFilter | null {
  const told = new URLSearchParams(suffix)
  const found = journalFilters.flatMap((name) => {
    const value = told.get(name) ?? ''
    return value === '' ? [] : [[name, value] as const]
  })
  return found.length === 0 ? null : Object.fromEntries(found)
}
