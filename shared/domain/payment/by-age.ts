/** Orders rows as they came about, oldest first; of those of one millisecond always the same way. */
export function byAge(
  one: { readonly createdAt: number; readonly id: string },
  other: { readonly createdAt: number; readonly id: string },
): number {
  return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1)
}
