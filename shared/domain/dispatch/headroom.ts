import { allPhases, type Phase } from '../planning/problem.ts'

/** What cars may draw at one moment: what the connection and the feeders bear, the building taken off. */
export interface Bounds {
  /** Phase to neutral, V. */
  readonly voltageV: number
  /** All cars of the site together, W; null where only phases limit it. */
  readonly limitW: number | null
  /** All cars of the site together on each phase, 0.1 A. */
  readonly limitDa: number | null
  readonly feeders: readonly FeederBounds[]
}

/** What a feeder bears for all that hangs on it, W and 0.1 A on each phase. */
export interface FeederBounds {
  readonly id: string
  readonly parentId: string | null
  readonly limitW: number | null
  readonly limitDa: number | null
}

/** Where something draws: on which of the grid's phases, equally, and behind which feeder. */
export interface Place {
  readonly phases: readonly Phase[]
  readonly feederId: string | null
}

/** What is left under the bounds while draws are added. */
export interface Headroom {
  /** How much more may be drawn there, W; negative where too much is drawn already. */
  room(place: Place): number
  /** Whether so much more may be drawn there, W. */
  fits(place: Place, w: number): boolean
  /** Draws so much more there, W; less when negative. */
  add(place: Place, w: number): void
  /** Whether nothing is over. */
  readonly holds: boolean
}

/** What is left, W: over all phases, and on each of them. */
interface Level {
  leftW: number
  readonly phaseLeftW: Record<Phase, number>
}

/** Sums of thirds of watts are not whole. */
const ROUNDING_W = 1e-3

/** An account of what is left under the bounds. */
export function headroomUnder({ voltageV, limitW, limitDa, feeders }: Bounds): Headroom {
  const level = (bound: { limitW: number | null; limitDa: number | null }): Level => {
    const phaseW = bound.limitDa === null ? Infinity : (bound.limitDa * voltageV) / 10
    return {
      leftW: bound.limitW ?? Infinity,
      phaseLeftW: { L1: phaseW, L2: phaseW, L3: phaseW },
    }
  }
  const site = level({ limitW, limitDa })
  const known = new Map(feeders.map((feeder) => [feeder.id, feeder]))
  const levelOf = new Map(feeders.map((feeder) => [feeder.id, level(feeder)]))
  const paths = new Map<string | null, readonly Level[]>([[null, [site]]])

  const pathOf = (feederId: string | null): readonly Level[] => {
    const path = paths.get(feederId)
    if (path !== undefined) return path
    const climbed = new Set<string>()
    const made = [site]
    for (let at = feederId; at !== null && !climbed.has(at); at = known.get(at)?.parentId ?? null) {
      climbed.add(at)
      const own = levelOf.get(at)
      if (own !== undefined) made.push(own)
    }
    paths.set(feederId, made)
    return made
  }

  const roomAt = ({ phases, feederId }: Place): number => {
    let room = Infinity
    for (const { leftW, phaseLeftW } of pathOf(feederId)) {
      room = Math.min(room, leftW)
      for (const phase of phases) room = Math.min(room, phaseLeftW[phase] * phases.length)
    }
    return room
  }

  return {
    room: roomAt,
    fits: (place, w) => roomAt(place) + ROUNDING_W >= w,
    add({ phases, feederId }, w) {
      for (const step of pathOf(feederId)) {
        step.leftW -= w
        for (const phase of phases) step.phaseLeftW[phase] -= w / phases.length
      }
    },
    get holds() {
      return [site, ...levelOf.values()].every(
        ({ leftW, phaseLeftW }) =>
          leftW >= -ROUNDING_W && allPhases.every((phase) => phaseLeftW[phase] >= -ROUNDING_W),
      )
    },
  }
}
