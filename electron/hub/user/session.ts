import { type Attempts, noAttempts } from '../../../shared/domain/user/attempts.ts'
import { isWorking } from '../../../shared/domain/user/changing.ts'
import { isIdle } from '../../../shared/domain/user/idle.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** What a session stands for in the journal while nobody is logged in, and how it begins. */
export type Machine = 'desk' | 'api'

/** Who may do what in a session now. */
export type Who =
  /** Nobody has to log in: there are no users, or it is a script. */
  | { readonly kind: 'open' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'in'; readonly user: User }

/** How it stands now. `until` aborts when that changes: what was let begin and goes on is to end with it. */
export type Standing = Who & { readonly until: AbortSignal }

/** Where a caller is logged in: a window's port, a WebSocket, or a script's token. In memory only. */
export interface Session {
  readonly machine: Machine
  /** Where it is, as the journal has it. */
  readonly place: 'window' | 'socket' | 'rest'
  /** How it stands; one that nobody had a hand on for too long locks by being asked. */
  standing(): Promise<Standing>
  /** A call came: of a script's session that is a hand on it. A window asks much by itself, and tells of hands apart. */
  called(): void
  /** Somebody has a hand on it. */
  touch(): void
  /** When somebody last had a hand on it. */
  activeAt(): Instant
  /** The wrong PINs that were entered here. */
  attempts: Attempts
  lastUserId(): string | null
  /** That user is in from now on. */
  enter(user: User): Promise<void>
  /** Nobody is in from now on. @param remembers whether whoever was in is offered first */
  lock(remembers: boolean): Promise<void>
  /** It has hung up: what it let begin ends, and whoever was in is told. */
  end(): User | null
  /** Calls back when its standing has changed, until the returned function is called. */
  onChange(listener: () => void): () => void
  /** Tells whoever listens that something else of what they show may have changed. */
  ring(): void
}

export interface SessionParts {
  readonly clock: () => Instant
  /** Whether the site has users. */
  readonly hasUsers: () => Promise<boolean>
  readonly findUser: (id: string) => Promise<User | undefined>
  /** The site's `lockAfterMin`. */
  readonly lockAfterMin: () => Promise<number>
  /** Told when a user's log-in ended because nobody had a hand on it. */
  readonly idled: (user: User, place: Session['place']) => void
}

/** A session as it begins: a script's open, a desk's open where there are no users. */
export function beginSession(
  { clock, hasUsers, findUser, lockAfterMin, idled }: SessionParts,
  machine: Machine,
  place: Session['place'],
): Session {
  const listeners = new Set<() => void>()
  let held: { readonly user: User | null } | null = null
  let lastUserId: string | null = null
  let activeAt = clock()
  let told = ''
  let stands = new AbortController()

  const ring = (): void => {
    for (const listener of listeners) listener()
  }

  const lookUp = async (): Promise<Who> => {
    const asked = held
    if (asked === null) {
      const locked = machine === 'desk' && (await hasUsers())
      if (asked !== held) return lookUp()
      return locked ? { kind: 'locked' } : { kind: 'open' }
    }
    if (asked.user === null) return { kind: 'locked' }
    const user = await findUser(asked.user.id)
    const lockMin = await lockAfterMin()
    if (asked !== held) return lookUp()
    if (user === undefined || !isWorking(user)) held = { user: null }
    else if (isIdle(activeAt, lockMin, clock())) {
      held = { user: null }
      idled(user, place)
    } else return { kind: 'in', user }
    return { kind: 'locked' }
  }

  const standing = async (): Promise<Standing> => {
    const who = await lookUp()
    const key = who.kind === 'in' ? `${who.user.id} ${who.user.role}` : who.kind
    if (key !== told) {
      told = key
      stands.abort()
      stands = new AbortController()
      ring()
    }
    return { ...who, until: stands.signal }
  }

  const touch = (): void => {
    activeAt = clock()
  }

  return {
    machine,
    place,
    standing,
    called() {
      if (place === 'rest') touch()
    },
    touch,
    activeAt: () => activeAt,
    attempts: noAttempts,
    lastUserId: () => lastUserId,
    async enter(user) {
      touch()
      held = { user }
      lastUserId = user.id
      await standing()
    },
    async lock(remembers) {
      held = { user: null }
      if (!remembers) lastUserId = null
      await standing()
    },
    end() {
      const user = held?.user ?? null
      held = { user: null }
      stands.abort()
      ring()
      return user
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ring,
  }
}
