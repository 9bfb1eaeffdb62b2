/** How often something may be done: so many at once, and so many a second from then on. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** Counts for each key how often it may still do something. */
export interface Pace {
  /** Takes one turn. @returns 0, or after how many ms there is one again; nothing was taken then */
  take(key: string, now: number): number
  readonly size: number
}

/**
 * A bucket of turns for each key, filled again as time passes. Of at most so many keys: who was seen least recently is
 * forgotten first, and begins anew with a full one.
 * @param rate in turns; @param most keys that are kept in mind
 */
export function pace({ burst, perSecond }: Rate, most: number): Pace {
  const buckets = new Map<string, { turns: number; at: number }>()
  return {
    take(key, now) {
      const bucket = buckets.get(key) ?? { turns: burst, at: now }
      touch(buckets, key, bucket, most)
      // A clock that was set back fills nothing.
      const passed = Math.max(0, now - bucket.at)
      bucket.turns = Math.min(burst, bucket.turns + (passed / 1_000) * perSecond)
      bucket.at = now
      if (bucket.turns < 1) return Math.ceil(((1 - bucket.turns) / perSecond) * 1_000)
      bucket.turns -= 1
      return 0
    },
    get size() {
      return buckets.size
    },
  }
}

export interface LockOutRules {
  /** Slips that are forgiven. */
  readonly free: number
  /** For the first that isn't; each further one takes twice as long. */
  readonly firstMs: number
  readonly longestMs: number
  /** So long after the last slip all are forgotten. */
  readonly forgetMs: number
}

/** Makes whoever goes on wait longer each time. */
export interface LockOut {
  /** Counts a slip. */
  slip(key: string, now: number): void
  /** How long it still has to wait, ms; 0: not at all. */
  waitMs(key: string, now: number): number
  readonly size: number
}

/** @param most keys that are kept in mind; who slipped least recently is forgotten first */
export function lockOut(rules: LockOutRules, most: number): LockOut {
  const slips = new Map<string, { times: number; at: number; until: number }>()
  const known = (key: string, now: number) => {
    const slip = slips.get(key)
    if (slip === undefined || now - slip.at < rules.forgetMs || now < slip.until) return slip
    slips.delete(key)
    return undefined
  }
  return {
    slip(key, now) {
      const slip = known(key, now) ?? { times: 0, at: now, until: now }
      touch(slips, key, slip, most)
      slip.times += 1
      slip.at = now
      const over = slip.times - rules.free - 1
      if (over >= 0) slip.until = now + Math.min(rules.longestMs, rules.firstMs * 2 ** over)
    },
    waitMs: (key, now) => Math.max(0, (known(key, now)?.until ?? now) - now),
    get size() {
      return slips.size
    },
  }
}

/** How many may be somewhere at once: of each key, and in all. */
export interface Seats {
  /** Takes a seat. @returns how to leave it again (once); null where there is none */
  enter(key: string): (() => void) | null
  readonly taken: number
}

export function seats({ each, all }: { readonly each: number; readonly all: number }): Seats {
  const byKey = new Map<string, number>()
  let taken = 0
  return {
    enter(key) {
      const own = byKey.get(key) ?? 0
      if (own >= each || taken >= all) return null
      byKey.set(key, own + 1)
      taken += 1
      let isIn = true
      return () => {
        if (!isIn) return
        isIn = false
        taken -= 1
        const left = (byKey.get(key) ?? 1) - 1
        if (left === 0) byKey.delete(key)
        else byKey.set(key, left)
      }
    },
    get taken() {
      return taken
    },
  }
}

/** Puts an entry last in line to be forgotten, and forgets the first where there are too many. */
function touch<Entry>(entries: Map<string, Entry>, key: string, entry: Entry, most: number): void {
  entries.delete(key)
  entries.set(key, entry)
  if (entries.size <= most) return
  for (const first of entries.keys()) {
    entries.delete(first)
    return
  }
}
