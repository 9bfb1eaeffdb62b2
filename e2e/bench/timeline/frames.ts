import type { Page } from '@playwright/test'

/** How long each frame of the window took while something went on, ms. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(startCounting)
  await act()
  return page.evaluate(stopCounting)
}

declare global {
  // Kept by the page between the two calls.
  var countedFrames: { deltas: number[]; on: boolean } | undefined
}

/** Runs in the page. */
function startCounting(): void {
  const counted = { deltas: [] as number[], on: true }
  globalThis.countedFrames = counted
  let last: number | null = null
  const frame = (now: number): void => {
    if (!counted.on) return
    if (last !== null) counted.deltas.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** Runs in the page. */
function stopCounting(): number[] {
  const counted = globalThis.countedFrames
  if (counted === undefined) return []
  counted.on = false
  return counted.deltas
}
