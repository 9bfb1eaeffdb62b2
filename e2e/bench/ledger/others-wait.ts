import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Does something, and tells how long it took and how long others had to wait for their turn, ms: p99, as the rest is the machine's. */
export async function othersWait<T>(
  work: () => Promise<T>,
): Promise<{ result: T; ms: number; waitMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await pause()
  delay.reset()
  const began = performance.now()
  const result = await work()
  const ms = performance.now() - began
  // A turn is over before it is counted.
  await pause()
  delay.disable()
  return { result, ms, waitMs: delay.percentile(99) / 1e6 }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
