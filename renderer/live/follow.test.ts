import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LiveEvent, Position } from '../../shared/contract/live.ts'
import { noRows } from '../testing/fake/no-rows.ts'
import { follow, SILENCE_MS } from './follow.ts'
import { reconnectableClient } from './link.ts'
import { emptyTables } from './replica.ts'
import { useLiveStore } from './store.ts'

const at = (seq: number): Position => ({ epoch: 'e', seq })
const snapshot: LiveEvent = { kind: 'snapshot', position: at(7), tables: noRows() }

let port: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { hidden: true })
  port = new AbortController()
  useLiveStore.setState({
    tables: emptyTables,
    position: null,
    connection: { state: 'connecting', since: Date.now(), heardAt: null },
  })
})
afterEach(() => {
  port.abort()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a hub that speaks is live, and one that falls silent is lost', async () => {
  void follow(hubThatSays([snapshot]).client, port.signal)
  await vi.advanceTimersByTimeAsync(10)
  expect(useLiveStore.getState().connection.state).toBe('live')
  await vi.advanceTimersByTimeAsync(SILENCE_MS)
  expect(useLiveStore.getState().connection.state).toBe('lost')
})

test('after silence it is asked again, from the last place known', async () => {
  const hub = hubThatSays([snapshot, { kind: 'alive', position: at(9), at: 0 }])
  void follow(hub.client, port.signal)
  await vi.advanceTimersByTimeAsync(SILENCE_MS + 1_000)
  expect(hub.asked).toEqual([{}, at(9)])
})

test('a hub that refuses is asked ever more seldom', async () => {
  const hub = hubThatSays('refused')
  void follow(hub.client, port.signal)
  await vi.advanceTimersByTimeAsync(1_000)
  const soon = hub.asked.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(soon).toBeGreaterThan(1)
  expect(hub.asked.length - soon).toBeLessThanOrEqual(14)
})

test('nobody is asked any more once the port is gone', async () => {
  const hub = hubThatSays('refused')
  void follow(hub.client, port.signal)
  await vi.advanceTimersByTimeAsync(100)
  port.abort()
  const before = hub.asked.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(hub.asked.length).toBe(before)
})

/** A client whose feed says these events and then falls silent, or that refuses to be followed. */
function hubThatSays(events: LiveEvent[] | 'refused') {
  const asked: unknown[] = []
  const { client } = reconnectableClient()
  const spoken = Object.create(client, {
    live: {
      value: {
        follow: (input: unknown) => {
          asked.push(input)
          if (events === 'refused') return Promise.reject(new Error('refused'))
          return Promise.resolve(feed(events))
        },
      },
    },
  }) as typeof client
  return { client: spoken, asked }
}

async function* feed(events: LiveEvent[]): AsyncGenerator<LiveEvent> {
  yield* events
  await new Promise(() => undefined)
}
