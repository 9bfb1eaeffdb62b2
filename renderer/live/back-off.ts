const BACK_OFF_MS = [250, 500, 1_000, 2_000, 5_000]

/** Waits longer the oftener it has failed, and no longer than until `signal` aborts. */
export function backOff(failures: number, signal: AbortSignal): Promise<void> {
  const ms = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 5_000
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
