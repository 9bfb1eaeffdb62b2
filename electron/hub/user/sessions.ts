import { createHash, randomBytes } from 'node:crypto'
import type { User } from '../../../shared/domain/user/user.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'
import { beginSession, type Machine, type Session, type SessionParts } from './session.ts'

/** How many scripts' sessions are held; beyond it the one that was still for longest has to log in again. */
const MOST_TOKENS = 1_000

/** All who are connected, and who is logged in at each. */
export interface Sessions {
  /** For one that stays connected, until it is ended. */
  open(machine: Machine, place: 'window' | 'socket'): Session
  /** It has hung up. */
  end(session: Session): void
  /** For one call by REST: with the session's token that came with it, or a script's own without one. */
  ofCall(token: string | undefined): Session
  /** A token for a session by REST, once somebody is in; the one it had is good no more. */
  tokenFor(session: Session): string
  /** Users, or the site's terms for desks, have changed: each session is looked at again. */
  lookAgain(): Promise<void>
  /** Locks all of a user's sessions but one. */
  lockAllOf(userId: string, except?: Session): Promise<void>
  /** Locks those that nobody had a hand on for too long. */
  lockIdle(): Promise<void>
}

export interface SessionsParts {
  readonly store: Store
  readonly clock: () => Instant
  /** Told what kept a line from the journal, but for a disk that refuses writes: a desk locks there too. */
  readonly failed?: (error: unknown) => void
}

export function openSessions({ store, clock, failed = () => undefined }: SessionsParts): Sessions {
  const { reads } = store
  const connected = new Set<Session>()
  const byToken = new Map<string, Session>()

  const noteEnd = (user: User, act: string, place: string, why: string): Promise<void> =>
    store
      .work(user.name, (tx) =>
        tx.journal({ act, noun: 'user', nounId: user.id, after: { place, why } }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof StoreUnavailable)) failed(error)
      })
  const parts: SessionParts = {
    clock,
    hasUsers: async () => {
      const found = await reads.query.selectFrom('user').select('id').limit(1).executeTakeFirst()
      return found !== undefined
    },
    findUser: (id) => reads.get('user', id),
    async lockAfterMin() {
      const site = await reads.query.selectFrom('site').select('lockAfterMin').executeTakeFirst()
      return site?.lockAfterMin ?? 0
    },
    idled: (user, place) => void noteEnd(user, 'session.lock', place, 'idle'),
  }
  const all = (): Session[] => [...connected, ...byToken.values()]

  const hangUp = (session: Session): void => {
    const user = session.end()
    if (user !== null) void noteEnd(user, 'session.logOut', session.place, 'closed')
  }

  const makeRoom = (): void => {
    if (byToken.size < MOST_TOKENS) return
    const [stillest] = [...byToken].sort(([, one], [, other]) => one.activeAt() - other.activeAt())
    if (stillest === undefined) return
    byToken.delete(stillest[0])
    hangUp(stillest[1])
  }

  return {
    open(machine, place) {
      const session = beginSession(parts, machine, place)
      connected.add(session)
      return session
    },
    end(session) {
      connected.delete(session)
      hangUp(session)
    },
    ofCall(token) {
      const known = token === undefined ? undefined : byToken.get(digest(token))
      if (known) return known
      const session = beginSession(parts, 'api', 'rest')
      // A token of a session that is over opens nothing, not even what a script without one may do.
      if (token !== undefined) void session.lock(false)
      return session
    },
    tokenFor(session) {
      for (const [kept, other] of byToken) if (other === session) byToken.delete(kept)
      makeRoom()
      const token = randomBytes(32).toString('base64url')
      byToken.set(digest(token), session)
      return token
    },
    async lookAgain() {
      for (const session of all()) {
        await session.standing()
        session.ring()
      }
    },
    async lockAllOf(userId, except) {
      for (const session of all()) {
        const standing = session === except ? null : await session.standing()
        if (standing?.kind === 'in' && standing.user.id === userId) await session.lock(true)
      }
    },
    async lockIdle() {
      for (const session of all()) await session.standing()
    },
  }
}

/** What is kept of a token: who reads the hub's memory can't use it. */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
