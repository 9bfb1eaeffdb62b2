/** The row a key leads to from row `from` of `count`, or null when the key is not for walking. */
export function nextRow(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  }
  if (!Object.hasOwn(to, key)) return null
  return Math.min(count - 1, Math.max(0, to[key as keyof typeof to]))
}
