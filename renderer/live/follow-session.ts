import type { SessionState } from '../../shared/contract/session.ts'
import { backOff } from './back-off.ts'
import { emptyReplica, follow, say, SILENCE_MS } from './follow.ts'
import { useLastAct } from './last-act.ts'
import type { HubClient } from './link.ts'
import { useSessionStore } from './session-store.ts'
import { useHoped } from './shown-bookings.ts'

/** How often a locked window asks whether the hub is there: it follows nothing that would tell. */
const LOOK_MS = 5_000

/** Follows the site over the port in use, for whoever may look. */
type SiteFollower = { whose: string | null; begin: () => void; end: () => void }

let site: SiteFollower | null = null

/**
 * Follows who is logged in at this window, and for them the site, until the port is gone. The site is asked for at
 * once: where nobody has to log in it is not shown a moment later for that.
 */
export async function followSession(client: HubClient, port: AbortSignal): Promise<void> {
  const mine = siteFollower(client, port)
  site = mine
  mine.begin()
  const looking = setInterval(() => void lookWhileLocked(client, port), LOOK_MS)
  let failures = 0
  while (!port.aborted) {
    const heard = await followOnce(client, port).catch(() => false)
    failures = heard ? 0 : failures + 1
    await backOff(failures, port)
  }
  clearInterval(looking)
}

/** Takes in what the hub told of the session: what one may not see any more is gone before this returns. */
export function takeSession(session: SessionState): void {
  useSessionStore.setState({ session })
  const whose = whoseOf(session)
  if (site === null || site.whose === whose) return
  const first = site.whose === null
  site.whose = whose
  if (first && session.state === 'open') return
  site.end()
  forget()
  if (session.state !== 'locked') site.begin()
}

/**
 * Locks this window by itself, as it can't wait for a hub that may be away.
 * @param remembers whether whoever was in is offered first
 */
export function lockHere(remembers = true): void {
  const { session } = useSessionStore.getState()
  if (session === null || session.state !== 'in') return
  const lastUserId = remembers ? (session.user?.id ?? null) : null
  takeSession({
    ...session,
    ...{ state: 'locked', actor: null, user: null, lastUserId },
    ...{ rights: ['anyone'], locksAt: null },
  })
}

function siteFollower(client: HubClient, port: AbortSignal): SiteFollower {
  let using = new AbortController()
  return {
    whose: null,
    begin() {
      using = new AbortController()
      void follow(client, AbortSignal.any([port, using.signal]))
    },
    end: () => using.abort(),
  }
}

async function followOnce(client: HubClient, port: AbortSignal): Promise<boolean> {
  let heard = false
  for await (const session of await client.session.follow(undefined, { signal: port })) {
    heard = true
    takeSession(session)
    // While it is open or somebody is in, the site that is followed tells how live it is.
    if (session.state === 'locked') say('live')
  }
  return heard
}

/** Keeps a locked window from showing a hub that is gone as one that is there. */
async function lookWhileLocked(client: HubClient, port: AbortSignal): Promise<void> {
  if (port.aborted || useSessionStore.getState().session?.state !== 'locked') return
  const signal = AbortSignal.any([port, AbortSignal.timeout(SILENCE_MS)])
  const heard = await client.session.current(undefined, { signal }).catch(() => null)
  if (port.aborted || useSessionStore.getState().session?.state !== 'locked') return
  if (heard === null) return say('lost')
  takeSession(heard)
  say('live')
}

/** As whom the site is followed: another user, and another role, sees other rows. */
function whoseOf({ state, user, rights }: SessionState): string {
  return state === 'in' ? `${user?.id} ${rights.join(' ')}` : state
}

function forget(): void {
  emptyReplica()
  useLastAct.setState({ act: null })
  useHoped.setState({ rows: new Map() })
}
