import type { PlanSession } from '../../../shared/domain/planning/problem.ts'
import { solve } from '../../../shared/domain/planning/solve.ts'
import type { Plan } from '../../../shared/domain/planning/plan.ts'
import type { CarTerms } from '../../../shared/domain/dispatch/limits.ts'
import { valueAt } from '../../../shared/domain/dispatch/steps.ts'
import type { Steps } from '../../../shared/domain/dispatch/steps.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'

/** A car of the evening. Instants count from its beginning. */
export type EveningCar = {
  id: string
  arrivesAt: number
  departsAt: number
  energyWh: number
  maxW: number
  terms: CarTerms
  /** Whether the plan knows of it before it comes. */
  isBooked: boolean
}

export const SLOT_MS = 15 * MINUTE
const HOURS = 18
const SLOTS_AHEAD = 96
const SITE = { limitW: 320_000, baseW: 60_000, voltageV: 230 }

/** Cars that come in the afternoon and evening and leave at night or in the morning, the same ones for the same seed. */
export function eveningCars(count: number, seed: number): EveningCar[] {
  const random = seeded(seed)
  const between = (low: number, high: number): number => low + random() * (high - low)
  return Array.from({ length: count }, (_, at) => {
    const phases = random() < 0.2 ? 1 : 3
    const arrivesAt = Math.round(between(0, 7 * HOUR) / MINUTE) * MINUTE
    const stays = random() < 0.25 ? between(1 * HOUR, 4 * HOUR) : between(8 * HOUR, 13 * HOUR)
    const departsAt = Math.min(HOURS * HOUR, Math.round((arrivesAt + stays) / SLOT_MS) * SLOT_MS)
    const maxW = phases === 1 ? 7_360 : 11_040
    const most = (maxW * (departsAt - arrivesAt)) / HOUR
    return {
      id: `car ${at}`,
      ...{ arrivesAt, departsAt, maxW },
      energyWh: Math.round(Math.min(between(4_000, 45_000), most * 0.8)),
      terms: { phases, voltageV: SITE.voltageV, leastDa: 60, suspendable: true },
      isBooked: random() < 0.6,
    }
  })
}

/** Who is told of each minute: what is planned for the cars that are there. */
export type Minute = (now: number, plans: ReadonlyMap<EveningCar, Steps>) => void

/**
 * Lets the evening pass, planned anew whenever a car comes or goes and with each slot; what a car has charged is what
 * its plan gave it.
 */
export function passEvening(cars: readonly EveningCar[], minute: Minute): { replans: number } {
  const left = new Map(cars.map((car) => [car, car.energyWh]))
  let powers = new Map<EveningCar, Steps>()
  let replans = 0
  for (let now = 0; now < HOURS * HOUR; now += MINUTE) {
    const happened = cars.some((car) => car.arrivesAt === now || car.departsAt === now)
    if (happened || now % SLOT_MS === 0) {
      powers = planned(cars, left, now)
      replans += 1
    }
    const here = [...powers].filter(([car]) => car.arrivesAt <= now && car.departsAt > now)
    minute(now, new Map(here))
    for (const [car, steps] of here)
      left.set(car, Math.max(0, (left.get(car) ?? 0) - (valueAt(steps, now) * MINUTE) / HOUR))
  }
  return { replans }
}

function planned(
  cars: readonly EveningCar[],
  left: ReadonlyMap<EveningCar, number>,
  now: number,
): Map<EveningCar, Steps> {
  const first = Math.floor(now / SLOT_MS)
  const known = cars.filter(
    (car) => car.departsAt > now + MINUTE && (car.isBooked || car.arrivesAt <= now),
  )
  const sessions = known.map((car): PlanSession => ({
    id: car.id,
    arrive: Math.max(now, car.arrivesAt) / SLOT_MS - first,
    depart: car.departsAt / SLOT_MS - first,
    energyWh: Math.round(left.get(car) ?? 0),
    maxW: car.maxW,
    minW: car.terms.phases * 6 * SITE.voltageV,
    phases: car.terms.phases === 1 ? ['L1'] : ['L1', 'L2', 'L3'],
    feederId: null,
    priority: 'normal',
    promised: true,
    suspendable: true,
  }))
  const plan: Plan = solve(
    {
      slotMinutes: 15,
      slots: SLOTS_AHEAD,
      elapsed: (now % SLOT_MS) / SLOT_MS,
      baseW: Array.from({ length: SLOTS_AHEAD }, () => SITE.baseW),
      limitW: Array.from({ length: SLOTS_AHEAD }, () => SITE.limitW),
      phases: null,
      feeders: [],
      prices: null,
      sessions: sessions.filter(({ energyWh }) => energyWh > 0),
    },
    { objective: 'flattest' },
  )
  const ofCar = new Map(plan.sessions.map((session) => [session.id, session]))
  return new Map(
    known.map((car) => {
      const session = ofCar.get(car.id)
      const from = (first + (session?.firstSlot ?? 0)) * SLOT_MS
      const course = (session?.w ?? []).map((w, at) => [from + at * SLOT_MS, w] as const)
      const end = from + course.length * SLOT_MS
      return [car, [...course, [end, 0] as const]]
    }),
  )
}

/** A small seeded generator (mulberry32), so that every run sees the same evening. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
