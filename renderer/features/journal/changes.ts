/** One value that an act changed, on both sides; undefined where there was none. `field` is the way to it: need.energyWh. */
export type ValueChange = { field: string; before: unknown; after: unknown }

/** What changes with every act and tells nobody anything. */
const untold = new Set(['updatedAt', 'id', 'revision'])

/**
 * What differs between the two sides of a journal entry, value by value; values that are no records as `value`. Of what
 * came into being all that is known of it is told, but not what was left empty.
 */
export function changesOf(before: unknown, after: unknown): ValueChange[] {
  const old = valuesOf(before)
  const now = valuesOf(after)
  const isNew = old.size === 0 || now.size === 0
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter((field) => !untold.has(field))
  return fields
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }))
    .filter((change) => !isSame(change.before, change.after))
    .filter((change) => !isNew || !isEmpty(change.before ?? change.after))
}

function valuesOf(side: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>()
  if (side === null || side === undefined) return found
  if (!isRecord(side)) return found.set('value', side)
  gather(side, '', found)
  return found
}

/** Records within are followed, lists are one value. */
function gather(record: object, way: string, found: Map<string, unknown>): void {
  for (const [name, value] of Object.entries(record)) {
    const field = way === '' ? name : `${way}.${name}`
    if (isRecord(value)) gather(value, field, found)
    else found.set(field, value)
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

/** Nothing and null are the same here; lists are alike when what they hold is. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
