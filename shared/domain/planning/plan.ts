import type { Phase } from './problem.ts'

/** Who charges when, and what of it is proven. */
export interface Plan {
  readonly sessions: readonly PlannedSession[]
  /** What the site draws as planned, W in each slot, the base load included. */
  readonly loadW: readonly number[]
  readonly peakW: number
  /** No plan that delivers as much has a lower peak than this. */
  readonly provenPeakW: number
  /** How far the peak lies above what is proven, as a share of it. */
  readonly gap: number
  /** In minor units; null without prices. The base load is not in it. */
  readonly cost: number | null
  /** The slots and feeders that make the peak what it is: the set behind `provenPeakW`. */
  readonly critical: CriticalSet
  /** The sessions that don't get what they want. */
  readonly unmet: readonly Unmet[]
  /** Given where the site is fused by phase; the peaks above are then those of the worst phase, as if all drew as much. */
  readonly phases?: PhaseLoads
}

/** What the phases bear as planned, 0.1 A, the base load included. */
export interface PhaseLoads {
  readonly loadDa: Readonly<Record<Phase, readonly number[]>>
  readonly peakDa: number
  /** No plan that delivers as much has a lower worst phase than this. */
  readonly provenPeakDa: number
  readonly verdict: PhaseVerdict
}

/** Whether all that was asked fits under the limits by phase; `unproven`: neither a plan nor a proof against it was found. */
export type PhaseVerdict = 'feasible' | 'infeasible' | 'unproven'

export interface PlannedSession {
  readonly id: string
  /** The slot that `w` begins with. */
  readonly firstSlot: number
  /** Power while the car is there, W slot by slot. */
  readonly w: readonly number[]
  readonly deliveredWh: number
  /** When its energy is complete, in slots; null when it won't be. */
  readonly readyAt: number | null
}

/** Where there is too little: slots, and the feeders that are full in them; the site itself when none is named. */
export interface CriticalSet {
  readonly slots: readonly number[]
  readonly feederIds: readonly string[]
  /** The phases that are full; not given where that makes no difference. */
  readonly phases?: readonly Phase[]
}

/** What a session doesn't get, and why. */
export interface Unmet {
  readonly sessionId: string
  readonly shortfallWh: number
  /** `window`: too short for its own power; `limit`: the grid is full, where `critical` says. */
  readonly because: 'window' | 'limit'
  readonly critical: CriticalSet
}
