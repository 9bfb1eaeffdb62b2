import { useCallback, useSyncExternalStore } from 'react'

type Ticker = { readers: Set<() => void>; timer: ReturnType<typeof setInterval> }
const tickers = new Map<number, Ticker>()

/** The time now, epoch ms rounded down to `stepMs`; every reader of one step moves in the same render. */
export function useNow(stepMs: number): number {
  const subscribe = useCallback((moved: () => void) => read(stepMs, moved), [stepMs])
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / stepMs) * stepMs)
}

function read(stepMs: number, moved: () => void): () => void {
  const ticker = tickers.get(stepMs) ?? start(stepMs)
  ticker.readers.add(moved)
  return () => {
    ticker.readers.delete(moved)
    if (ticker.readers.size > 0) return
    clearInterval(ticker.timer)
    tickers.delete(stepMs)
  }
}

function start(stepMs: number): Ticker {
  const readers = new Set<() => void>()
  // Looks more often than it moves, so that a slow step is not late by a whole step.
  const timer = setInterval(() => readers.forEach((moved) => moved()), Math.min(stepMs, 1_000))
  const ticker = { readers, timer }
  tickers.set(stepMs, ticker)
  return ticker
}
