/** Something the palette offers. */
export type PaletteEntry = {
  id: string
  group:
    | 'groupDo'
    | 'groupGo'
    | 'groupStations'
    | 'groupBookings'
    | 'groupTransactions'
    | 'groupVehicles'
    | 'groupCustomers'
    | 'groupTokens'
  label: string
  hint?: string
  /** What else it is found by. */
  words?: string
  /** Offered before anything is typed. */
  always?: boolean
  run: () => void
}

/** How many of one group are shown; a longer list wants more letters, not more scrolling. */
export const PER_GROUP = 8

/**
 * The entries that hold every word typed, by group in the order given, save that groups with a label (or other words)
 * that begins with what was typed come first, and so do those labels within a group. Nothing typed gives only what is always
 * offered.
 */
export function searchPalette(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = entries.filter((entry) => {
    if (words.length === 0) return entry.always === true
    const text = `${entry.label} ${entry.hint ?? ''} ${entry.words ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const first = words[0]
  const begins = (entry: PaletteEntry) =>
    first !== undefined &&
    [entry.label, entry.words ?? ''].some((text) => text.toLowerCase().startsWith(first))
  const groups = Map.groupBy(found, (entry) => entry.group)
  return [...groups.values()]
    .toSorted((a, b) => Number(b.some(begins)) - Number(a.some(begins)))
    .flatMap((group) =>
      group.toSorted((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, PER_GROUP),
    )
}
