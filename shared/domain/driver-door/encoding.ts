/** How what is sent may be pressed together, the smallest first. */
export type Encoding = 'br' | 'gzip'

/** What a browser takes of the two, br before gzip; null: neither (RFC 9110 §12.5.3). */
export function takenEncoding(acceptEncoding: string): Encoding | null {
  const taken = new Set(
    acceptEncoding
      .toLowerCase()
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, weight = 'q=1']) => Number(/^q=([\d.]+)$/.exec(weight)?.[1] ?? 0) > 0)
      .map(([name]) => name),
  )
  if (taken.has('br')) return 'br'
  return taken.has('gzip') ? 'gzip' : null
}
