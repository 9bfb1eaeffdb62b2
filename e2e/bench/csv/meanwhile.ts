import type { Store } from '../../../electron/hub/store/store.ts'

/** What others waited for their answers while something ran, and what was in memory meanwhile. */
export interface Meanwhile {
  /** Of each unit of work, ms, from when it was asked for until it was on disk. */
  readonly waitedMs: readonly number[]
  /** Of each look: how far it was, and the memory of the process, MB. */
  readonly memory: readonly { readonly done: number; readonly mb: number }[]
}

const EVERY_MS = 20

/**
 * Asks the hub for small units of work all the while, as desks and chargers do.
 * @param done how far it is, 0 to 1
 */
export async function meanwhile(
  store: Store,
  work: Promise<unknown>,
  done: () => number,
): Promise<Meanwhile> {
  const waitedMs: number[] = []
  const memory: { done: number; mb: number }[] = []
  let isOver = false
  const over = work.finally(() => (isOver = true))
  const line = { act: 'bench.tick', noun: 'bench', nounId: 'bench' }
  while (!isOver) {
    const began = performance.now()
    await store.work('hub', (tx) => tx.journal(line))
    waitedMs.push(performance.now() - began)
    memory.push({ done: done(), mb: process.memoryUsage.rss() / 1_048_576 })
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
  await over
  return { waitedMs, memory }
}
