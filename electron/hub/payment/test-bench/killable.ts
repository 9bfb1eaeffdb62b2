/** A line to Stripe that dies with its process: what is under way is never answered, done there or not. */
export interface KillableLine {
  readonly fetch: typeof globalThis.fetch
  /** The next request that changes something finds its process gone: `before` it is done there, or `after`. */
  killNext(when: 'before' | 'after'): void
  /** Whether that has happened; whoever waits for the answer waits for ever. */
  readonly isDead: boolean
}

export function killableLine(inner: typeof globalThis.fetch): KillableLine {
  let armed: 'before' | 'after' | null = null
  let isDead = false
  const forEver = new Promise<never>(() => undefined)
  return {
    async fetch(input, init) {
      if (isDead) return forEver
      if (armed === null || init?.method !== 'POST') return inner(input, init)
      const when = armed
      armed = null
      isDead = true
      if (when === 'after') await inner(input, init).catch(() => undefined)
      return forEver
    },
    killNext: (when) => (armed = when),
    get isDead() {
      return isDead
    },
  }
}
