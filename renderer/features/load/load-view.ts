import { create } from 'zustand'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Span } from './span.ts'

/** Whose load is looked at; the site and the building need no id. */
export interface LoadOf {
  readonly scope: 'site' | 'feeder' | 'station' | 'building'
  readonly id: string | null
}

/** By what it is split into lines. */
export type Split = 'none' | 'feeder' | 'station' | 'connector' | 'phase'

export interface LoadView {
  readonly of: LoadOf
  readonly span: Span
  /** A moment in the time shown; null is now. */
  readonly at: Instant | null
  /** Null as long as nobody has chosen: what suits whose load it is. */
  readonly split: Split | null
  readonly shape: 'areas' | 'lines'
  readonly compared: boolean
}

/** How the Load screen stands; it is found again as it was left. */
export const useLoadView = create<LoadView>(() => ({
  of: { scope: 'site', id: null },
  span: 'day',
  at: null,
  split: null,
  shape: 'areas',
  compared: false,
}))

/** Looks at it another way. Another's load is first split as suits it. */
export function look(change: Partial<LoadView>): void {
  useLoadView.setState(change.of === undefined ? change : { split: null, ...change })
}
