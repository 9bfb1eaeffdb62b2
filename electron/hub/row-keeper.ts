import { alone } from './alone.ts'
import type { Store } from './store/store.ts'
import type { Writes } from './store/writes.ts'

export interface RowKeeper {
  /** Something may go on: looks as soon as what is on its way is on disk. */
  soon(): void
  /** Brings each row up to date that may have something next. */
  look(): Promise<void>
  /** Begins nothing more, and waits for what is under way. */
  close(): Promise<void>
}

/** What comes together is looked at together. */
const GATHER_MS = 40

/**
 * Lets rows go on by themselves: looks at those that may have something next when any row has changed, and when it is asked
 * to, one unit for each so that one that fails keeps no other from going on.
 */
export function rowKeeper({
  store,
  toLookAt,
  advance,
  isWaiting = () => true,
  failed,
}: {
  readonly store: Store
  /** The ids of those that may have something next. */
  readonly toLookAt: () => Promise<readonly string[]>
  /** Does what is next with one; called again it changes nothing. */
  readonly advance: (tx: Writes, id: string) => void
  /** Whether a change of some row may mean anything to them. */
  readonly isWaiting?: () => boolean
  /** Told what kept one from going on. */
  readonly failed: (error: unknown) => void
}): RowKeeper {
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const failedUnlessClosed = (error: unknown): void => {
    if (!closed) failed(error)
  }
  const look = alone(async () => {
    if (closed) return
    for (const id of await toLookAt()) {
      if (closed) return
      try {
        await store.work('hub', (tx) => advance(tx, id))
      } catch (error) {
        failedUnlessClosed(error)
      }
    }
  })
  const soon = (): void => {
    if (closed) return
    timer ??= setTimeout(() => {
      timer = undefined
      look().catch(failedUnlessClosed)
    }, GATHER_MS).unref()
  }
  const unsubscribe = store.feed.subscribe(() => {
    if (isWaiting()) soon()
  })
  // What the hub before had no time for.
  soon()
  return {
    soon,
    look,
    async close() {
      closed = true
      unsubscribe()
      clearTimeout(timer)
      await look().catch(() => undefined)
    },
  }
}
