import type { Store } from '../../../store/store.ts'

/**
 * The life of a process that may end at whatever it waits for. What it has begun is done; what it would do after that
 * never is, and nobody hears of it.
 */
export interface Life {
  readonly isOver: boolean
  /** When it is over. */
  readonly over: Promise<void>
  /** Ends at the so-many-th place from now at which it waits; 0 at the next. */
  endAfter(places: number): void
  end(): void
  /** Comes to a place at which it waits. @returns whether it goes on from there */
  goesOn(): boolean
}

export function newLife(): Life {
  let left: number | null = null
  let isOver = false
  let told: () => void = () => undefined
  const over = new Promise<void>((resolve) => (told = resolve))
  const end = (): void => {
    isOver = true
    told()
  }
  return {
    get isOver() {
      return isOver
    },
    over,
    endAfter: (places) => (left = places),
    end,
    goesOn() {
      if (isOver) return false
      if (left === null) return true
      left -= 1
      if (left >= 0) return true
      end()
      return false
    },
  }
}

/** What nobody ever hears of. */
const never = new Promise<never>(() => undefined)

/** A store as a process has it that may die: before a unit has begun, or when it is on disk and nobody knows yet. */
export function storeOf(life: Life, store: Store): Store {
  return {
    ...store,
    async work(actor, unit) {
      if (!life.goesOn()) return never
      try {
        const value = await store.work(actor, unit)
        return life.goesOn() ? value : never
      } catch (error) {
        if (life.isOver) return never
        throw error
      }
    },
  }
}

/** A line to Stripe as such a process has it: it dies before a request, or when it is done there and not answered. */
export function fetchOf(life: Life, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    if (!life.goesOn()) return never
    try {
      const answer = await fetch(input, init)
      return life.goesOn() ? answer : never
    } catch (error) {
      if (life.isOver) return never
      throw error
    }
  }
}
