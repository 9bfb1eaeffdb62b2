import type { LiveEvent } from '../../shared/contract/live.ts'
import type { HubClient } from './link.ts'
import { backOff } from './back-off.ts'
import { applyPending, emptyTables, queueChanges, tablesOf } from './replica.ts'
import type { Pending } from './replica.ts'
import { useLiveStore } from './store.ts'

/** The hub says `alive` every 5 s; two missed and a little patience mean that it is gone. */
export const SILENCE_MS = 12_000

/**
 * Follows the hub's change feed into the store until aborted, taking it up again from the last position when
 * it breaks. Aborted when the port closed, a new one came, or nobody may look any more.
 */
export async function follow(client: HubClient, port: AbortSignal): Promise<void> {
  let failures = 0
  while (!port.aborted) {
    const heard = await followOnce(client, port).catch(() => false)
    if (port.aborted) return
    say('lost')
    failures = heard ? 0 : failures + 1
    await backOff(failures, port)
  }
}

/** One subscription until it ends, fails or falls silent; whether anything was heard in it. */
async function followOnce(client: HubClient, port: AbortSignal): Promise<boolean> {
  const silence = new AbortController()
  const signal = AbortSignal.any([port, silence.signal])
  const ended = new Promise<'ended'>((resolve) => {
    signal.addEventListener('abort', () => resolve('ended'), { once: true })
  })
  let watchdog = setTimeout(() => silence.abort(), SILENCE_MS)
  let heard = false
  try {
    const position = useLiveStore.getState().position
    const events = await Promise.race([client.live.follow(position ?? {}, { signal }), ended])
    if (events === 'ended') return heard
    for (;;) {
      const next = await Promise.race([events.next(), ended])
      if (next === 'ended' || next.done === true) return heard
      heard = true
      clearTimeout(watchdog)
      watchdog = setTimeout(() => silence.abort(), SILENCE_MS)
      take(next.value)
    }
  } finally {
    clearTimeout(watchdog)
    silence.abort()
  }
}

/** Forgets every row of the site. */
export function emptyReplica(): void {
  pending.clear()
  useLiveStore.setState({ tables: emptyTables, position: null })
}

const pending: Pending = new Map()
let flushAt: 'none' | 'soon' = 'none'

function take(event: LiveEvent): void {
  if (event.kind === 'snapshot') {
    pending.clear()
    useLiveStore.setState({ tables: tablesOf(event.tables), position: event.position })
  } else {
    if (event.kind === 'changes') queueChanges(pending, event.changes)
    useLiveStore.setState({ position: event.position })
    if (pending.size > 0) flushSoon()
  }
  say('live')
}

/** Once a frame while anybody looks; twice a second in a hidden window, where no frame ever comes. */
function flushSoon(): void {
  if (flushAt === 'soon') return
  flushAt = 'soon'
  if (document.hidden) setTimeout(flush, 500)
  else requestAnimationFrame(flush)
}

function flush(): void {
  flushAt = 'none'
  const tables = applyPending(useLiveStore.getState().tables, pending)
  pending.clear()
  useLiveStore.setState({ tables })
}

/**
 * Writes down what the connection is; being live twice only moves the time it was heard. A hub that has never
 * spoken can't be lost: it is still being connected to.
 */
export function say(heard: 'live' | 'lost'): void {
  const now = Date.now()
  const before = useLiveStore.getState().connection
  const state = heard === 'lost' && before.heardAt === null ? 'connecting' : heard
  const since = before.state === state ? before.since : now
  const heardAt = state === 'live' ? now : before.heardAt
  useLiveStore.setState({ connection: { state, since, heardAt } })
}
