/** Where a key walks from bar to bar. */
export type WalkDirection =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'

/** What a key on the timeline asks for. */
export type Intent =
  | { kind: 'walk'; direction: WalkDirection }
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'toggle' }
  | { kind: 'selectAll' }
  | { kind: 'zoom'; factor: number }
  | { kind: 'pan'; screens: number }
  | { kind: 'now' }

/** What of a key event matters. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** How much one press of plus or minus zooms. */
export const KEY_ZOOM = 1.4

const plain: Readonly<Record<string, Intent>> = {
  ArrowLeft: { kind: 'walk', direction: 'left' },
  ArrowRight: { kind: 'walk', direction: 'right' },
  ArrowUp: { kind: 'walk', direction: 'up' },
  ArrowDown: { kind: 'walk', direction: 'down' },
  Home: { kind: 'walk', direction: 'first' },
  End: { kind: 'walk', direction: 'last' },
  PageUp: { kind: 'walk', direction: 'pageUp' },
  PageDown: { kind: 'walk', direction: 'pageDown' },
  Enter: { kind: 'open' },
  Escape: { kind: 'close' },
  ' ': { kind: 'toggle' },
  '+': { kind: 'zoom', factor: KEY_ZOOM },
  '=': { kind: 'zoom', factor: KEY_ZOOM },
  '-': { kind: 'zoom', factor: 1 / KEY_ZOOM },
  n: { kind: 'now' },
  N: { kind: 'now' },
}

const shifted: Readonly<Record<string, Intent>> = {
  ...pick(['+', '=', '-', 'N', 'Escape']),
  ArrowLeft: { kind: 'pan', screens: -0.25 },
  ArrowRight: { kind: 'pan', screens: 0.25 },
}

/** What a key means on the grid; null when it is not for the timeline. */
export function intentOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Intent | null {
  if (altKey) return null
  if (ctrlKey || metaKey) return key === 'a' || key === 'A' ? { kind: 'selectAll' } : null
  const known = shiftKey ? shifted : plain
  return Object.hasOwn(known, key) ? (known[key] ?? null) : null
}

function pick(keys: readonly string[]): Record<string, Intent> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const intent = plain[key]
      return intent === undefined ? [] : [[key, intent] as const]
    }),
  )
}
