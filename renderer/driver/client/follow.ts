import { API, calls, type Followed, type FollowName } from './calls.ts'
import { headersOf, quiet } from './call.ts'
import { eventReader } from './events.ts'
import { type Failure, failureOf } from './failure.ts'
import { followWait } from './retry.ts'

/** How a live view stands: its line is open, is being opened, or can't be for now. */
export type Link = 'live' | 'opening' | 'lost'

export interface Follower<View> {
  readonly onView: (view: View) => void
  readonly onLink: (link: Link, failure: Failure | null) => void
}

/** The hub says something every few seconds; a line that is silent for so long, ms, is dead. */
const SILENCE_MS = 25_000

/**
 * Follows a live view until `signal` aborts: opens the line anew when it breaks, falls silent or the network comes back,
 * waiting longer the oftener it fails. Ends by itself where the hub says that there is nothing behind the link.
 */
export async function follow<Name extends FollowName>(
  name: Name,
  token: string | undefined,
  { onView, onLink }: Follower<Followed<Name>>,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    onLink(failures > 1 ? 'lost' : 'opening', null)
    const failure = await listen<Followed<Name>>(calls[name].path, token, signal, (view) => {
      failures = 0
      onLink('live', null)
      onView(view)
    })
    if (signal.aborted) return
    failures += 1
    if (failure?.kind === 'gone') return onLink('lost', failure)
    if (failures > 1 || failure !== null) onLink('lost', failure)
    const least = failure?.kind === 'tooMany' ? failure.waitMs : 0
    await backOnline(Math.max(least, followWait(failures, Math.random())), signal)
  }
}

/** One line, to its end. Null where it merely ended. */
async function listen<View>(
  path: string,
  token: string | undefined,
  signal: AbortSignal,
  onView: (view: View) => void,
): Promise<Failure | null> {
  const line = new AbortController()
  const hangUp = () => line.abort()
  signal.addEventListener('abort', hangUp, { once: true })
  let silence = setTimeout(hangUp, SILENCE_MS)
  try {
    const response = await fetch(`${API}${path}`, {
      headers: { ...headersOf(token, undefined, false), accept: 'text/event-stream' },
      signal: line.signal,
      ...quiet,
    })
    if (!response.ok || response.body === null)
      return failureOf(response.status, response.headers.get('retry-after'), null)
    const reader = response.body.getReader()
    const text = new TextDecoder()
    const read = eventReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return null
      clearTimeout(silence)
      silence = setTimeout(hangUp, SILENCE_MS)
      for (const { event, data } of read(text.decode(value, { stream: true }))) {
        // The boundary: the hub holds what it sends to the contract.
        if (event === 'message') onView(JSON.parse(data) as View)
        else return null
      }
    }
  } catch {
    return { kind: 'unreachable' }
  } finally {
    clearTimeout(silence)
    signal.removeEventListener('abort', hangUp)
    hangUp()
  }
}

/** Waits so long, or no longer than until the network is said to be back or somebody looks again. */
function backOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
