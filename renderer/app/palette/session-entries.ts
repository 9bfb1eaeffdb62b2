import { changeUser, lockNow } from '../../live/lock.ts'
import { useChangePin } from '../top-bar/change-pin-store.ts'
import type { PaletteEntry } from './palette-search.ts'

const acts = {
  lock: lockNow,
  changeUser,
  changePin: () => useChangePin.getState().ask(true),
} as const

/** What whoever is in may do about that. */
export function sessionEntries(labelOf: (name: keyof typeof acts) => string): PaletteEntry[] {
  const names = ['lock', 'changeUser', 'changePin'] as const
  return names.map((id) => ({
    ...{ id, group: 'groupDo', label: labelOf(id), always: true, run: acts[id] },
  }))
}
