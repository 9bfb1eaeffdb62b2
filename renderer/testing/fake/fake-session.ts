import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { SessionState } from '../../../shared/contract/session.ts'
import {
  failedOnce,
  lockedOut,
  noAttempts,
  triesLeft,
} from '../../../shared/domain/user/attempts.ts'
import { locksAt } from '../../../shared/domain/user/idle.ts'
import { mayDo, right } from '../../../shared/domain/user/role.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { type FakeStore, newId } from './fake-store.ts'
import { SEEDED_PIN } from '../seed/seed-user.ts'

/** How it stands with the one window of the harness. Shared with `fake-user.ts`, which changes who there is. */
export type FakeDesk = {
  pins: Map<string, string>
  userId: string | null
  lastUserId: string | null
  activeAt: number
  ring: () => void
}

export function fakeDesk(store: FakeStore): FakeDesk {
  const as = new URLSearchParams(location.search).get('as')
  const userId = store.rows.user.find(({ role }) => role === as)?.id ?? null
  return {
    pins: new Map(store.rows.user.map(({ id }) => [id, SEEDED_PIN])),
    ...{ userId, lastUserId: userId, activeAt: Date.now(), ring: () => undefined },
  }
}

/** Sessions, in memory: everybody's PIN is the seeded one until it is changed. */
export function fakeSession(store: FakeStore, desk: FakeDesk) {
  const os = implement(contract).session
  const followers = new Set<() => void>()
  let attempts = noAttempts
  desk.ring = () => followers.forEach((wake) => wake())

  const state = (): SessionState => {
    const site = store.rows.site[0]
    const working = store.rows.user.filter(({ archivedAt }) => archivedAt === null)
    const user = working.find(({ id }) => id === desk.userId) ?? null
    const open = store.rows.user.length === 0
    const lockAfterMin = site?.lockAfterMin ?? 0
    return {
      state: open ? 'open' : user ? 'in' : 'locked',
      siteName: site?.name ?? '',
      actor: open ? 'desk' : (user?.name ?? null),
      user,
      lastUserId: desk.lastUserId,
      users: working.map(({ id, name, role, language }) => ({ id, name, role, language })),
      rights: right.options.filter((one) =>
        user ? mayDo(user.role, one) : open || one === 'anyone',
      ),
      lockAfterMin,
      locksAt: user ? locksAt(desk.activeAt, lockAfterMin) : null,
    }
  }
  const told = () => (desk.ring(), state())
  const leave = (remembers: boolean) => {
    if (!remembers) desk.lastUserId = null
    desk.userId = null
    return told()
  }
  const prove = (userId: string, pin: string): User => {
    const until = lockedOut(attempts, Date.now())
    if (until !== null)
      throw new ORPCError('LOCKED_OUT', { defined: true, status: 429, data: { until } })
    const user = store.find('user', userId)
    if (user && desk.pins.get(userId) === pin) {
      attempts = noAttempts
      return user
    }
    attempts = failedOnce(attempts, Date.now())
    const data = { triesLeft: triesLeft(attempts), lockedUntil: attempts.lockedUntil }
    throw new ORPCError('PIN_WRONG', { defined: true, status: 403, data })
  }

  return os.router({
    current: os.current.handler(state),
    follow: os.follow.handler(async function* ({ signal }) {
      let wake = () => {}
      const follower = () => wake()
      followers.add(follower)
      try {
        while (signal?.aborted !== true) {
          yield state()
          await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        followers.delete(follower)
      }
    }),
    logIn: os.logIn.handler(({ input }) => {
      const user = prove(input.userId, input.pin)
      Object.assign(desk, { userId: user.id, lastUserId: user.id, activeAt: Date.now() })
      return { ...told(), token: null }
    }),
    logOut: os.logOut.handler(() => leave(false)),
    lock: os.lock.handler(() => leave(true)),
    touch: os.touch.handler(() => {
      desk.activeAt = Date.now()
      return state()
    }),
    changePin: os.changePin.handler(({ input, errors }) => {
      if (desk.userId === null) throw errors.NOBODY_IN()
      prove(desk.userId, input.pin)
      desk.pins.set(desk.userId, input.newPin)
      return state()
    }),
    approve: os.approve.handler(({ input, errors }) => {
      const user = prove(input.userId, input.pin)
      if (!mayDo(user.role, 'supervise')) throw errors.MAY_NOT_APPROVE()
      return { approvalId: newId(), approvedBy: user.name, until: Date.now() + 2 * MINUTE }
    }),
  })
}
