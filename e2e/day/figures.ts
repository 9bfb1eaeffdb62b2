import { SECOND } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { STEP_MS, siteLimitW } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { mostWh } from './plugged-in.ts'
import type { Day, DayCar } from './scenario.ts'
import { isFilled } from './told.ts'

/** How something that has a limit was loaded over the day. */
export type Loaded = {
  what: string
  /** The greatest load, and the limit that held then. */
  most: number
  limit: number
  unit: 'W' | 'A'
  minutesOver: number
  longestOverS: number
  /** The greatest load beside the limit of its moment: 1.02 is two per cent over. */
  worstShare: number
}

/** How it went for the cars that were promised something. */
export type Kept = {
  accepted: number
  refused: number
  kept: number
  /** Not kept, because the car came too late, took less, or fills too slowly: nobody could have. */
  couldNot: number
  noShows: number
  broken: Broken[]
  /** Of the broken ones, how many the hub had named while the car was still to leave. */
  named: number
}

/** A car that could have been given what was booked, and wasn't. */
export type Broken = {
  plate: string
  conduct: DayCar['conduct']
  /** Whether it was filled to the brim, which takes long at the end. */
  isFilled: boolean
  bookedWh: number
  deliveredWh: number
  /** How long before it left the hub had said so for good; null: it had not. */
  namedBeforeMs: number | null
}

/** What each car got, as the day wrote it down. */
export type Outcome = {
  deliveredWh: ReadonlyMap<DayCar, number>
  accepted: ReadonlySet<DayCar>
  /** When the hub said of a car that it won't get its energy, and did not take it back. */
  namedAt: ReadonlyMap<DayCar, Instant>
}

/** Below this a load counts as within its limit: a step of current is a tenth of an ampere. */
const OVER_SHARE = 1.002
/** A promise counts as kept when so much of it was delivered: meters count whole Wh, plans whole steps. */
const KEPT_SHARE = 0.99

/** How the site, its phases and its feeders were loaded. */
export function loadedOf(day: Day, ledger: Ledger, isTemporaryTold: boolean): Loaded[] {
  const at = (step: number): number => day.from + step * STEP_MS
  return [
    loaded('site', 'W', ledger.siteW, (step) => siteLimitW(day, at(step), isTemporaryTold)),
    ...ledger.phaseA.map((line, phase) =>
      loaded(`L${phase + 1}`, 'A', line, () => day.gridLimitDa / 10),
    ),
    ...ledger.feederW.map((line, feeder) => {
      const { name = '', limitW = 0 } = day.feeders[feeder] ?? {}
      return loaded(name, 'W', line, () => limitW)
    }),
  ]
}

function loaded(
  what: string,
  unit: Loaded['unit'],
  line: Float64Array,
  limitAt: (step: number) => number,
): Loaded {
  let most = 0
  let limit = limitAt(0)
  let worstShare = 0
  let over = 0
  let stretch = 0
  let longest = 0
  for (const [step, value] of line.entries()) {
    const share = value / limitAt(step)
    worstShare = Math.max(worstShare, share)
    if (value > most) {
      most = value
      limit = limitAt(step)
    }
    stretch = share > OVER_SHARE ? stretch + 1 : 0
    if (stretch > 0) over += 1
    longest = Math.max(longest, stretch)
  }
  return {
    what,
    unit,
    most: Math.round(most),
    limit: Math.round(limit),
    minutesOver: Math.round((over * STEP_MS) / (6 * SECOND)) / 10,
    longestOverS: (longest * STEP_MS) / SECOND,
    worstShare: Math.round(worstShare * 1_000) / 1_000,
  }
}

/** Which promises were kept: those of cars that were taken in, came, and could have been given what was booked. */
export function keptOf(day: Day, { deliveredWh, accepted, namedAt }: Outcome): Kept {
  const kept: Kept = {
    accepted: accepted.size,
    refused: day.cars.length - accepted.size,
    kept: 0,
    couldNot: 0,
    noShows: 0,
    broken: [],
    named: 0,
  }
  for (const car of accepted) {
    const gotWh = deliveredWh.get(car) ?? 0
    if (car.comesAt === null) kept.noShows += 1
    else if (gotWh >= car.bookedWh * KEPT_SHARE) kept.kept += 1
    else if (gotWh >= couldWh(day, car) * KEPT_SHARE) kept.couldNot += 1
    else {
      const named = namedAt.get(car) ?? null
      if (named !== null) kept.named += 1
      const namedBeforeMs = named === null ? null : car.departsAt - named
      kept.broken.push(brokenTo(car, gotWh, namedBeforeMs))
    }
  }
  return kept
}

function brokenTo(car: DayCar, gotWh: number, namedBeforeMs: number | null): Broken {
  const { plate, conduct, bookedWh } = car
  const deliveredWh = Math.round(gotWh)
  return { plate, conduct, isFilled: isFilled(car), bookedWh, deliveredWh, namedBeforeMs }
}

/** The most that a car could have been given, whatever the others do. */
export function couldWh(day: Day, { station, car, comesAt, departsAt }: DayCar): number {
  const outlet = day.stations[station]?.outlet
  if (outlet === undefined || comesAt === null) return 0
  // From plugging in to charging a driver takes up to half a minute, in steps.
  return mostWh(car, outlet, departsAt - comesAt - 3 * STEP_MS)
}
