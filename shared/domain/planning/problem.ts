/**
 * What is to be planned: slots of equal length, what the grid bears in each, and the sessions that want energy. Pure
 * numbers, so that the same planner serves the hub, the window, a what-if question over REST and the benchmarks.
 */
export interface PlanningProblem {
  /** Length of a slot, minutes. */
  readonly slotMinutes: number
  readonly slots: number
  /** How much of the first slot is over already, 0 up to 1: nothing can be charged in that part. */
  readonly elapsed: number
  /** What the building draws, W in each slot; it lies under the site's limit with the cars. */
  readonly baseW: readonly number[]
  /** What the whole site may draw, W in each slot, the base load included; null where only phases limit it. */
  readonly limitW: readonly number[] | null
  /** Given where the site is fused by phase. */
  readonly phases: PhaseLimits | null
  readonly feeders: readonly FeederLimit[]
  /** Price of energy in each slot, minor units per MWh; null where it makes no difference when. */
  readonly prices: readonly number[] | null
  readonly sessions: readonly PlanSession[]
}

/** What each phase of the site's connection bears. */
export interface PhaseLimits {
  /** Phase to neutral, V. */
  readonly voltageV: number
  /** 0.1 A on each phase in each slot, the base load included. */
  readonly limitDa: readonly number[]
}

/** A cable or fuse board that several chargers share; chargers hang on feeders, feeders on feeders or the site. */
export interface FeederLimit {
  readonly id: string
  /** The feeder it hangs on; null: the site itself. */
  readonly parentId: string | null
  /** W in each slot, for all that hangs on it; null: no limit of its own. */
  readonly limitW: readonly number[] | null
  /** 0.1 A on each phase in each slot; only looked at where the problem has `phases`. */
  readonly limitDa: readonly number[] | null
}

export type Phase = 'L1' | 'L2' | 'L3'
export const allPhases: readonly Phase[] = ['L1', 'L2', 'L3']

/** Who goes first when not all can. */
export type SessionPriority = 'low' | 'normal' | 'high'

/** A car that stands there or is expected, and what it wants. */
export interface PlanSession {
  readonly id: string
  /** When it can begin and must be done, in slots from the start of the problem; parts of a slot are possible. */
  readonly arrive: number
  readonly depart: number
  /** Still to be charged. */
  readonly energyWh: number
  /** The most it can draw, over all its phases, W. */
  readonly maxW: number
  /** Below this it can't charge: 6 A by IEC 61851; it draws this much or nothing. */
  readonly minW: number
  /** The grid's phases it draws on, equally. */
  readonly phases: readonly Phase[]
  /** What its charger hangs on; null: the site itself. */
  readonly feederId: string | null
  readonly priority: SessionPriority
  /** Whether its energy is promised; what is not gets what promises leave. */
  readonly promised: boolean
  /** Whether it charges again after it has been paused. */
  readonly suspendable: boolean
  /** Whether it charges already: if it can't be paused either, it goes on from the first slot. */
  readonly charging?: boolean
}
