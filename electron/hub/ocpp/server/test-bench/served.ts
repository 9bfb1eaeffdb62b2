import { expect } from 'vitest'
import { listening, type Listening, type ListeningOptions } from './listening.ts'
import { memoryDesk, type MemoryDesk } from './memory-desk.ts'
import { wireCharger, type WireCharger, type WireOptions } from './wire-charger.ts'

/** The password of both chargers. */
export const PASSWORD = 'correct horse battery'

/** A server with the charger HEALTHY on it, which is served whatever another one, CP1, does. */
export interface Served {
  readonly desk: MemoryDesk
  hub: Listening
  healthy: WireCharger
  /** Connects as CP1. */
  join(options?: WireOptions): Promise<WireCharger>
  /** Calls are answered as before a test replaced how. */
  answerPlainly(): void
  /** Another server in place of one that a test ended, with HEALTHY on it again. */
  serveAgain(options?: ListeningOptions): Promise<void>
  /** Proves that HEALTHY was served all along and nothing broke, and ends the server. */
  stop(): Promise<void>
}

export async function served(): Promise<Served> {
  const desk = memoryDesk({ CP1: PASSWORD, HEALTHY: PASSWORD })
  const plainly = desk.answering
  const hub = await listening(desk, { limits: { rivalPongMs: 1_000 } })
  const healthy = await wireCharger(hub.url, 'HEALTHY', { password: PASSWORD })
  const wire: Served = {
    desk,
    hub,
    healthy,
    join: (options = {}) => wireCharger(wire.hub.url, 'CP1', { password: PASSWORD, ...options }),
    answerPlainly() {
      desk.answering = plainly
    },
    async serveAgain(options = {}) {
      wire.hub = await listening(desk, options)
      desk.arrivals.length = 0
      wire.healthy = await wireCharger(wire.hub.url, 'HEALTHY', { password: PASSWORD })
    },
    async stop() {
      wire.answerPlainly()
      // Whatever a test did, the other charger is served as before, on the socket it had.
      expect(await wire.healthy.call('Heartbeat', {})).toMatchObject([3, expect.anything(), {}])
      expect(desk.arrivals.filter((id) => id === 'HEALTHY')).toHaveLength(1)
      expect(desk.bugs).toEqual([])
      await wire.hub.stop()
    },
  }
  return wire
}
