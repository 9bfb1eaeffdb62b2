/** The values that differ from those that are there; lists are compared whatever their order. */
export function differing<T extends object>(there: T, told: Partial<T>): Partial<T> {
  const changed: Partial<T> = {}
  for (const name in told) if (!alike(there[name], told[name])) changed[name] = told[name]
  return changed
}

function alike(a: unknown, b: unknown): boolean {
  if (b === undefined) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one) => b.includes(one))
  return typeof a === 'object' ? JSON.stringify(a) === JSON.stringify(b) : a === b
}
