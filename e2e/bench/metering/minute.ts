import { setImmediate } from 'node:timers/promises'
import { loadKeeper } from '../../../electron/hub/load/load-keeper.ts'
import type { Store } from '../../../electron/hub/store/store.ts'
import { MINUTE, type Instant } from '../../../shared/time/instant.ts'
import type { MeasuredSite } from './year.ts'

/** What it took to make a minute of all connectors' loads. */
export interface MinuteTaken {
  /** From the first unit to the last, ms. */
  readonly rollMs: number
  /** The longest that nobody else got a turn meanwhile, ms. */
  readonly longestMs: number
  /** To write down the minute's raw samples, ms. */
  readonly samplesMs: number
}

/**
 * Lets time go by minute by minute, with a sample from each connector every minute, half of them in a transaction.
 * @param turnTo turns the hub's clock
 */
export async function minutesTaken(
  store: Store,
  site: MeasuredSite,
  from: Instant,
  minutes: number,
  turnTo: (at: Instant) => void,
): Promise<MinuteTaken[]> {
  const loads = loadKeeper(store)
  turnTo(from)
  await store.work('bench', (tx) => {
    for (const id of site.stationIds)
      tx.update('station', id, { connection: 'online', connectionSince: tx.now })
  })
  await loads.roll()
  const taken: MinuteTaken[] = []
  for (let minute = 1; minute <= minutes; minute += 1) {
    const at = from + minute * MINUTE
    turnTo(at)
    const before = performance.now()
    await store.work('bench', (tx) => {
      for (const stationId of site.stationIds)
        for (const connectorId of [1, 2]) {
          const told = { energyWh: minute * 183, powerW: 11_000, socPct: null }
          const currents = { currentL1Da: 160, currentL2Da: 160, currentL3Da: 160 }
          tx.defer('meterSample', {
            ...{ stationId, connectorId, measuredAt: at, context: 'Sample.Periodic' },
            ...{ transactionId: '', receivedAt: at, other: {}, notes: [] },
            ...told,
            ...currents,
          })
        }
    })
    await store.work('bench', (tx) => tx.placeDeferred())
    const samplesMs = performance.now() - before
    const { ms: rollMs, longestMs } = await watched(() => loads.roll())
    taken.push({ rollMs, longestMs, samplesMs })
  }
  return taken
}

/** Runs it and takes a turn whenever there is one. */
async function watched(run: () => Promise<void>): Promise<{ ms: number; longestMs: number }> {
  const began = performance.now()
  const state = { over: false }
  const done = run().finally(() => (state.over = true))
  let last = began
  let longestMs = 0
  while (!state.over) {
    await setImmediate()
    const now = performance.now()
    longestMs = Math.max(longestMs, now - last)
    last = now
  }
  await done
  return { ms: performance.now() - began, longestMs }
}
