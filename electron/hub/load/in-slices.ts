import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'

/** How long others wait at most while a part is done. */
export const SLICE_MS = 3

/** Does something for each of these, a few in each unit of work, so that messages get their turn. */
export async function inSlices<T>(
  store: Store,
  all: readonly T[],
  each: (tx: Writes, one: T) => void,
): Promise<void> {
  for (let at = 0; at < all.length;) {
    at += await store.work('hub', (tx) => {
      const until = performance.now() + SLICE_MS
      let done = 0
      for (const one of all.slice(at)) {
        each(tx, one)
        done += 1
        if (performance.now() >= until) break
      }
      return done
    })
    await setImmediate()
  }
}
