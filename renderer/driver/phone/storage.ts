/** What this phone remembers: its own visits' links, a draft, the language. Nothing else, and never a cookie. */
const PREFIX = 'laddplan.'

/** What was kept under a name; null where nothing was, or it can't be read. */
export function kept(name: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + name)
    return text === null ? null : JSON.parse(text)
  } catch {
    // Forbidden, as in some private windows, or not ours.
    return null
  }
}

/** Keeps it, where the browser lets us; null forgets it. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, JSON.stringify(value))
  } catch {
    // The page works without.
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
