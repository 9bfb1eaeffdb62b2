import type { FeederLimit, PlanningProblem, PlanSession, SessionPriority } from '../problem.ts'

/** How large a depot is, and what its grid bears. */
export interface DepotSize {
  readonly seed: number
  readonly sessions: number
  readonly slots: number
  readonly feeders?: number
  /** What a feeder passes, as a share of all the power that hangs on it; 0.35 when not given. */
  readonly feederShare?: number
  /** The site's limit, W; none when not given. */
  readonly limitW?: number
}

/**
 * A depot as large as wanted: half of the cars stay the night, the rest some hours; at noon the building draws most.
 * The same seed gives the same depot.
 */
export function depotSite(size: DepotSize): PlanningProblem {
  const random = seededRandom(size.seed)
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const day = size.slots / 96
  const feederCount = size.feeders ?? 0
  const sessions = Array.from({ length: size.sessions }, (_, index): PlanSession => {
    const night = random() < 0.5
    const arrive = Math.floor((night ? between(52, 76) : between(16, 64)) * day)
    const stays = Math.ceil((night ? between(20, 44) : between(6, 32)) * Math.min(day, 2))
    const depart = Math.min(size.slots, arrive + stays)
    const maxW = [3_680, 7_360, 11_000, 22_000][between(0, 3)] ?? 11_000
    const mostWh = (maxW * (depart - arrive)) / 4
    return {
      id: `car ${index}`,
      arrive,
      depart,
      energyWh: Math.floor(Math.min(between(5_000, 60_000), mostWh * (0.2 + 0.7 * random()))),
      maxW,
      minW: maxW === 3_680 ? 1_380 : 4_140,
      phases: ['L1', 'L2', 'L3'],
      feederId: feederCount === 0 ? null : `feeder ${index % feederCount}`,
      priority: (['low', 'normal', 'high'] satisfies SessionPriority[])[between(0, 2)] ?? 'normal',
      promised: random() < 0.7,
      suspendable: true,
    }
  })
  const share = size.feederShare ?? 0.35
  const feeders = Array.from({ length: feederCount }, (_, index): FeederLimit => {
    const id = `feeder ${index}`
    const power = sessions
      .filter((car) => car.feederId === id)
      .reduce((sum, car) => sum + car.maxW, 0)
    const limitW = Array.from({ length: size.slots }, () => Math.ceil(power * share))
    return { id, parentId: null, limitW, limitDa: null }
  })
  const scale = size.sessions * 150
  return {
    slotMinutes: 15,
    slots: size.slots,
    elapsed: 0,
    baseW: Array.from({ length: size.slots }, (_, slot) =>
      Math.round(
        scale * (1.2 - Math.cos((slot / size.slots) * 2 * Math.PI * day) + 0.2 * random()),
      ),
    ),
    limitW:
      size.limitW === undefined ? null : Array.from({ length: size.slots }, () => size.limitW ?? 0),
    phases: null,
    feeders,
    prices: Array.from({ length: size.slots }, () => between(300, 1_500)),
    sessions,
  }
}

/** Numbers from 0 up to 1 that look like chance (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
