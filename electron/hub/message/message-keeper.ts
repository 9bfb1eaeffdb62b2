import type { Delivery } from '../../../shared/domain/message/delivery.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { DAY, HOUR, SECOND, type Instant } from '../../../shared/time/instant.ts'
import { alone } from '../alone.ts'
import type { Store } from '../store/store.ts'
import { changedSince, visitsLately, visitsOf, visitsUnderWay } from './candidates.ts'
import { forgetFiles } from './folder.ts'
import { putMessages } from './put.ts'
import { noRest, sendDue, type Sending } from './send.ts'
import { tryOut, type TryOut } from './try-out.ts'
import { openWays, outboxFolder, type WaysParts } from './ways.ts'

export interface MessageKeeperParts extends WaysParts {
  readonly clock: () => Instant
  /** Where phones reach the driver's page; null while it is closed. */
  readonly origin: () => string | null
  /** Told what kept a message from being put or sent. */
  readonly failed: (error: unknown) => void
  /** 0 to 1, for back-off; by chance where it isn't given. */
  readonly jitter?: (() => number) | undefined
  /** Whether it looks and sends by itself; a test that goes step by step does so itself. */
  readonly wakes?: boolean | undefined
}

/** What writes to drivers. */
export interface MessageKeeper {
  /** Where the files of the outbox lie. */
  readonly folder: string
  /** Where phones reach the driver's page, for links in what is shown. */
  readonly origin: () => string | null
  /** Puts what is due by now in the outbox. */
  look(): Promise<void>
  /** Sends what is due in the outbox. */
  send(): Promise<void>
  /** Lets what waits for a mail server be tried at once: somebody has changed how messages leave. */
  termsChanged(): Promise<void>
  /** Sends a message by the terms as they are kept, to see whether it gets there. */
  tryOut(wish: TryOut): Promise<Delivery>
  readonly chores: readonly { readonly everyMs: number; run(): Promise<unknown> }[]
  close(): Promise<void>
}

/** What comes together is looked at together. */
const GATHER_MS = 250

/** How many visits one unit of work looks at. */
const AT_ONCE = 50

/** How long a line of the outbox is kept. Longer than anything in it is news, so that nothing is told anew. */
const KEPT_MS = 90 * DAY

/** Tells drivers what they are to be told, when something has changed and as time goes by. */
export function messageKeeper(parts: MessageKeeperParts): MessageKeeper {
  const { store, clock, hubSecret, origin, failed, jitter = Math.random, wakes = true } = parts
  const rest = noRest()
  const sending: Sending = { store, hubSecret, origin, jitter, rest, inHand: new Set() }
  const folder = outboxFolder(parts.dataDir)
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let place = store.feed.position()
  let letGo: () => void = () => undefined

  const lookAt = async (ids: readonly Id[]): Promise<void> => {
    let anyNew = false
    for (let from = 0; from < ids.length && !closed; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      try {
        anyNew = (await put(store, some)) || anyNew
      } catch {
        // One that can't be told of keeps nobody else from being told.
        for (const id of some) {
          if (closed) return
          try {
            anyNew = (await put(store, [id])) || anyNew
          } catch (error) {
            if (!closed) failed(error)
          }
        }
      }
    }
    if (anyNew && wakes) send().catch(failedUnlessClosed)
  }
  const lookAtChanges = alone(async () => {
    const from = place
    place = store.feed.position()
    const changed = changedSince(store, from)
    if (changed === 'all') await lookAt(await visitsUnderWay(store, clock()))
    else if (changed.size > 0) await lookAt(await visitsOf(store, changed))
  })
  const look = alone(async () => {
    if (!closed) await lookAt(await visitsUnderWay(store, clock()))
  })
  const send = alone(async () => {
    if (closed) return
    const ways = openWays(parts)
    letGo = () => ways.close()
    try {
      await sendDue(sending, ways, () => closed)
    } finally {
      ways.close()
    }
  })
  const failedUnlessClosed = (error: unknown): void => {
    if (!closed) failed(error)
  }

  const unsubscribe = wakes
    ? store.feed.subscribe(() => {
        if (closed) return
        timer ??= setTimeout(() => {
          timer = undefined
          lookAtChanges().catch(failedUnlessClosed)
        }, GATHER_MS).unref()
      })
    : () => undefined
  // What the hub before had no time for.
  const first = wakes
    ? visitsLately(store, clock()).then(lookAt).catch(failedUnlessClosed)
    : Promise.resolve()

  return {
    folder,
    origin,
    look,
    send,
    async termsChanged() {
      Object.assign(rest, noRest())
      await store.work('hub', (tx) => {
        for (const message of tx.find('message', { state: 'waiting' }))
          if (message.fault !== null) tx.change('message', message, { nextAt: tx.now })
      })
      if (wakes) send().catch(failedUnlessClosed)
    },
    tryOut: (wish) => tryOut(parts, wish),
    chores: [
      { everyMs: 15 * SECOND, run: look },
      { everyMs: SECOND, run: send },
      { everyMs: HOUR, run: () => forgetOld(store, folder, clock()) },
    ],
    async close() {
      closed = true
      unsubscribe()
      clearTimeout(timer)
      // A server that says nothing is not waited for.
      letGo()
      await Promise.allSettled([first, lookAtChanges(), look(), send()])
    },
  }
}

function put(store: Store, ids: readonly Id[]): Promise<boolean> {
  return store.work('hub', (tx) => {
    let anyNew = false
    for (const id of ids) {
      const visit = tx.get('visit', id)
      if (visit !== undefined && putMessages(tx, visit)) anyNew = true
    }
    return anyNew
  })
}

async function forgetOld(store: Store, folder: string, now: Instant): Promise<void> {
  await store.work('hub', (tx) => {
    tx.sql(`delete from message where createdAt < ? and state in ('sent', 'failed', 'skipped')`, [
      now - KEPT_MS,
    ])
  })
  await forgetFiles(folder, now)
}
