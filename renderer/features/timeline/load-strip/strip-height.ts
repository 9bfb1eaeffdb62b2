import { create } from 'zustand'
import { keep, readKept } from '../kept.ts'

/** How the strip stands: how high, and whether only its head is shown. */
interface StripHeight {
  readonly heightPx: number
  readonly open: boolean
}

export const LOWEST_PX = 72
export const HIGHEST_PX = 360
const USUAL_PX = 132

export const useStripHeight = create<StripHeight>(() => ({
  heightPx: readKept('loadHeight', acceptHeight) ?? USUAL_PX,
  open:
    readKept('loadOpen', (stored) => (typeof stored === 'boolean' ? stored : undefined)) ?? true,
}))

/** Makes the strip so high, within what is sensible. */
export function setStripHeight(heightPx: number): void {
  const height = Math.round(Math.min(HIGHEST_PX, Math.max(LOWEST_PX, heightPx)))
  keep('loadHeight', height)
  useStripHeight.setState({ heightPx: height })
}

/** Folds the strip to its head, or unfolds it. */
export function foldStrip(): void {
  const open = !useStripHeight.getState().open
  keep('loadOpen', open)
  useStripHeight.setState({ open })
}

function acceptHeight(stored: unknown): number | undefined {
  if (typeof stored !== 'number' || !Number.isFinite(stored)) return undefined
  return Math.min(HIGHEST_PX, Math.max(LOWEST_PX, stored))
}
