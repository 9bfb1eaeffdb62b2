import { create } from 'zustand'
import { everyCar } from './readiness-filter.ts'
import type { ReadinessFilter } from './readiness-filter.ts'

/** How far ahead the board looks, hours. */
export const horizons = [6, 12, 24, 48] as const
export type Horizon = (typeof horizons)[number]

type ReadinessView = { filter: ReadinessFilter; horizonH: Horizon }

/** How the board stands; it is found again as it was left. */
export const useReadinessView = create<ReadinessView>(() => ({
  filter: everyCar,
  horizonH: 24,
}))

/** Narrows the board further, or less. */
export function narrow(change: Partial<ReadinessFilter>): void {
  useReadinessView.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}
