import type { Store } from '../../store/store.ts'

/** How long changes are gathered before a phone is told, ms: it is to see them within a second. */
const GATHER_MS = 200

/** What no row tells (a minute that goes by, a promise that ends) is looked at so often, ms. */
const LOOK_AGAIN_MS = 15_000

/**
 * A view as it is, and again whenever it is another, without end until the phone leaves or there is no such view any more.
 * @param read null where there is nothing to see any more
 */
export async function* follow<View>(
  store: Pick<Store, 'feed'>,
  read: () => Promise<View | null>,
  { signal }: { readonly signal?: AbortSignal | undefined },
): AsyncGenerator<View, void, void> {
  let hasChanged = true
  let wake: (() => void) | undefined
  const ring = (): void => {
    hasChanged = true
    wake?.()
  }
  const unsubscribe = store.feed.subscribe(ring)
  signal?.addEventListener('abort', ring)
  let told = ''
  try {
    while (!signal?.aborted) {
      hasChanged = false
      const view = await read()
      if (view === null) return
      const text = comparable(view)
      if (text !== told) {
        told = text
        yield view
      }
      if (!hasChanged) await soonerOf(LOOK_AGAIN_MS, (done) => (wake = done))
      wake = undefined
      await pause(GATHER_MS)
    }
  } finally {
    unsubscribe()
    signal?.removeEventListener('abort', ring)
  }
}

/** The hub's clock is in every view; that it goes on is no news. */
function comparable(view: unknown): string {
  return JSON.stringify(view, (key, value: unknown) => (key === 'now' ? undefined : value))
}

function soonerOf(ms: number, offer: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    timer.unref()
    offer(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms).unref())

/** How long a view is good for that nothing has changed, ms: time goes by in it all the same. */
const GOOD_FOR_MS = 1_000

/** A view that is the same for everybody, read once for all who ask before anything is another. */
export function sharedView<View>(
  { feed }: Pick<Store, 'feed'>,
  read: () => Promise<View>,
  clock: () => number = Date.now,
): () => Promise<View> {
  let last: { readonly seq: number; readonly at: number; readonly view: Promise<View> } | null =
    null
  return () => {
    const { seq } = feed.position()
    const now = clock()
    if (last === null || last.seq !== seq || now - last.at >= GOOD_FOR_MS)
      last = { seq, at: now, view: read() }
    return last.view
  }
}
