/** One value that an act changed, both sides as text; null where there was none. */
export type ValueChange = { field: string; before: string | null; after: string | null }

/** What differs between the two sides of a journal entry, field by field; values that are no records as `value`. */
export function changesOf(before: unknown, after: unknown): ValueChange[] {
  const old = fieldsOf(before)
  const now = fieldsOf(after)
  const fields = [...new Set([...old.keys(), ...now.keys()])]
  return fields
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
}

function fieldsOf(side: unknown): Map<string, string> {
  if (side === null || side === undefined) return new Map()
  if (typeof side !== 'object') return new Map([['value', String(side)]])
  const told = Object.entries(side).filter(([, value]) => value !== null && value !== undefined)
  return new Map(
    told.map(([field, value]) => [
      field,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}
