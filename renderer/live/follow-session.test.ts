import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LiveEvent } from '../../shared/contract/live.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { User } from '../../shared/domain/user/user.ts'
import { noRows } from '../testing/fake/no-rows.ts'
import { followSession, lockHere, takeSession } from './follow-session.ts'
import { tellAct, useLastAct } from './last-act.ts'
import { reconnectableClient } from './link.ts'
import { emptyTables } from './replica.ts'
import { useSessionStore } from './session-store.ts'
import { useLiveStore } from './store.ts'

const kim: User = {
  ...{ id: 'kim', name: 'Kim', role: 'attendant', language: null, archivedAt: null },
  ...{ createdAt: 0, updatedAt: 0 },
}
const open: SessionState = {
  ...{ state: 'open', siteName: 'Norra', actor: 'desk', user: null, lastUserId: null, users: [] },
  ...{ rights: ['anyone', 'look', 'plan'], lockAfterMin: 10, locksAt: null },
}
const locked: SessionState = { ...open, state: 'locked', actor: null, rights: ['anyone'] }
const kimIn: SessionState = {
  ...open,
  ...{ state: 'in', actor: 'Kim', user: kim, rights: ['anyone', 'look'], locksAt: 600_000 },
}
const snapshot: LiveEvent = {
  kind: 'snapshot',
  position: { epoch: 'e', seq: 1 },
  tables: noRows(),
}

let port: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { hidden: true })
  port = new AbortController()
  useSessionStore.setState({ session: null })
  useLiveStore.setState({
    tables: emptyTables,
    position: null,
    connection: { state: 'connecting', since: 0, heardAt: null },
  })
})
afterEach(() => {
  port.abort()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a site without users is followed at once, and only once', async () => {
  const hub = hubWith([open])
  void followSession(hub.client, port.signal)
  await vi.advanceTimersByTimeAsync(10)
  expect(hub.followed()).toBe(1)
  expect(useLiveStore.getState().position).not.toBeNull()
})

test('a locked window holds nothing of the site, and follows nothing', async () => {
  const hub = hubWith([kimIn])
  void followSession(hub.client, port.signal)
  await vi.advanceTimersByTimeAsync(10)
  tellAct('Moved ABC 123')
  expect(useLiveStore.getState().position).not.toBeNull()
  takeSession(locked)
  expect(useLiveStore.getState()).toMatchObject({ tables: emptyTables, position: null })
  expect(useLastAct.getState().act).toBeNull()
  const before = hub.followed()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(hub.followed()).toBe(before)
})

test('who logs in has the site told from its beginning; another role is told it anew', async () => {
  const hub = hubWith([locked])
  void followSession(hub.client, port.signal)
  await vi.advanceTimersByTimeAsync(10)
  const before = hub.followed()
  takeSession(kimIn)
  await vi.advanceTimersByTimeAsync(10)
  expect(hub.followed()).toBe(before + 1)
  expect(hub.lastPosition()).toEqual({})
  takeSession({ ...kimIn, locksAt: 700_000 })
  await vi.advanceTimersByTimeAsync(10)
  expect(hub.followed()).toBe(before + 1)
  takeSession({ ...kimIn, rights: ['anyone', 'look', 'seeMoney'] })
  await vi.advanceTimersByTimeAsync(10)
  expect(hub.followed()).toBe(before + 2)
})

test('a window can lock by itself, and remembers who was in unless somebody else is to log in', () => {
  takeSession(kimIn)
  lockHere()
  expect(useSessionStore.getState().session).toMatchObject({
    ...{ state: 'locked', user: null, lastUserId: 'kim', rights: ['anyone'] },
  })
  takeSession(kimIn)
  lockHere(false)
  expect(useSessionStore.getState().session?.lastUserId).toBeNull()
  takeSession(open)
  lockHere()
  expect(useSessionStore.getState().session?.state).toBe('open')
})

test('a locked window notices that the hub is gone, and that it is back', async () => {
  const hub = hubWith([locked])
  void followSession(hub.client, port.signal)
  await vi.advanceTimersByTimeAsync(10)
  expect(useLiveStore.getState().connection.state).toBe('live')
  hub.away(true)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(useLiveStore.getState().connection.state).toBe('lost')
  hub.away(false)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(useLiveStore.getState().connection.state).toBe('live')
})

/** A client whose session says these states and then nothing more, and whose site says one snapshot. */
function hubWith(states: SessionState[]) {
  const { client } = reconnectableClient()
  const asked: unknown[] = []
  let away = false
  const spoken = Object.create(client, {
    session: {
      value: {
        follow: () => Promise.resolve(feed(states)),
        current: () => (away ? Promise.reject(new Error('away')) : Promise.resolve(locked)),
      },
    },
    live: {
      value: {
        follow: (input: unknown) => {
          asked.push(input)
          return Promise.resolve(feed([snapshot]))
        },
      },
    },
  }) as typeof client
  return {
    client: spoken,
    followed: () => asked.length,
    lastPosition: () => asked.at(-1),
    away: (is: boolean) => {
      away = is
    },
  }
}

async function* feed<T>(events: T[]): AsyncGenerator<T> {
  yield* events
  await new Promise(() => undefined)
}
