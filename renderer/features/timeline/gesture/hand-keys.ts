import type { Key } from '../keys.ts'

/** What a key on a bar takes in the hand, or asks for. */
export type HandIntent =
  | { readonly kind: 'pickUp'; readonly copy: boolean }
  | { readonly kind: 'resize'; readonly end: 'arrival' | 'departure' }
  | { readonly kind: 'split' }
  | { readonly kind: 'move' }
  | { readonly kind: 'change' }
  | { readonly kind: 'cancel' }

const plain: Readonly<Record<string, HandIntent>> = {
  m: { kind: 'pickUp', copy: false },
  c: { kind: 'pickUp', copy: true },
  a: { kind: 'resize', end: 'arrival' },
  d: { kind: 'resize', end: 'departure' },
  s: { kind: 'split' },
  g: { kind: 'move' },
  e: { kind: 'change' },
  Delete: { kind: 'cancel' },
  Backspace: { kind: 'cancel' },
}

/** What a key means on a bar, beyond walking; null when it is none of those. */
export function handIntentOf({ key, ctrlKey, metaKey, altKey }: Key): HandIntent | null {
  if (ctrlKey || metaKey || altKey) return null
  const name = key.length === 1 ? key.toLowerCase() : key
  return Object.hasOwn(plain, name) ? (plain[name] ?? null) : null
}
