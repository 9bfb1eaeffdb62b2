import { HOUR, MINUTE, type Instant } from '../../../../shared/time/instant.ts'
import type { Key } from '../keys.ts'
import type { Target } from './hold.ts'

/** What a key asks of what is held by the keys. */
export type HeldIntent =
  | { readonly kind: 'shift'; readonly byMs: number }
  | { readonly kind: 'row'; readonly by: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'letGo' }

const STEP_MS = 15 * MINUTE

/** What a key means while something is held by the keys; null when it is none of those. */
export function heldIntentOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): HeldIntent | null {
  if (ctrlKey || metaKey || altKey) return null
  const byMs = shiftKey ? HOUR : STEP_MS
  switch (key) {
    case 'ArrowLeft':
      return { kind: 'shift', byMs: -byMs }
    case 'ArrowRight':
      return { kind: 'shift', byMs }
    case 'ArrowUp':
      return { kind: 'row', by: -1 }
    case 'ArrowDown':
      return { kind: 'row', by: 1 }
    case 'Enter':
      return { kind: 'drop' }
    case 'Escape':
      return { kind: 'letGo' }
    default:
      return null
  }
}

/** Where a key moves the hand: rows end at the first and the last. */
export function movedTarget(
  { at, placeKey }: Target,
  intent: HeldIntent,
  placeKeys: readonly string[],
): { at: Instant; placeKey: string | null } {
  if (intent.kind === 'shift') return { at: at + intent.byMs, placeKey }
  if (intent.kind !== 'row') return { at, placeKey }
  const row = placeKey === null ? -1 : placeKeys.indexOf(placeKey)
  const next = Math.min(placeKeys.length - 1, Math.max(0, row + intent.by))
  return { at, placeKey: placeKeys[next] ?? placeKey }
}
