import { CAR_KINDS } from '../../electron/demo/car-kind.ts'
import type { CarKind } from '../../electron/demo/car-kind.ts'
import { carMaxW } from '../../electron/demo/car.ts'
import type { Car } from '../../electron/demo/car.ts'
import {
  ASKDAL_AC,
  GRANBARK,
  HALLMO,
  KVISTBERG,
  ORMTORP,
  TALLMYRA,
} from '../../electron/demo/habit.ts'
import type { Habit } from '../../electron/demo/habit.ts'
import type { Outlet } from '../../electron/demo/outlet.ts'
import { between, chance, pick, seededRandom } from '../../electron/demo/random.ts'
import type { Random } from '../../electron/demo/random.ts'
import type { PhaseRotation } from '../../shared/domain/station/phase-rotation.ts'
import { HOUR, MINUTE } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** A charger of the day with one connector. */
export type DayStation = {
  chargePointId: string
  password: string
  habit: Habit
  outlet: Outlet
  /** Its place in the list of feeders. */
  feeder: number
  rotation: PhaseRotation
  /** Spoken for by another project's OCPP client. */
  thirdParty: boolean
  /** When its line is down. */
  offline: { from: Instant; until: Instant } | null
}

/** A car, what is booked for it, and what it then does. */
export type DayCar = {
  plate: string
  idTag: string
  /** Its place in the list of stations. */
  station: number
  car: Car
  arrivesAt: Instant
  departsAt: Instant
  /** What is booked, at the meter. */
  bookedWh: number
  /** What it will take at most, at the meter. */
  wantedWh: number
  /** When it really comes; null: never. It leaves when it said it would. */
  comesAt: Instant | null
  conduct: 'asBooked' | 'late' | 'noShow' | 'takesLess'
}

/** What one day brings and what the grid bears. */
export type Day = {
  from: Instant
  until: Instant
  stations: DayStation[]
  cars: DayCar[]
  baseW: number
  gridLimitW: number
  /** Each phase of the connection, 0.1 A. */
  gridLimitDa: number
  feeders: { name: string; limitW: number }[]
  temporary: { limitW: number; from: Instant; until: Instant }
}

export type DaySize = {
  seed: string
  from: Instant
  hours: number
  stations: number
  cars: number
  /** Chargers that agree to be limited and aren't. */
  ignoring?: number
  /** The share of cars that are filled to the brim, and so take less and less towards the end; three in ten if not told. */
  fullShare?: number
  /** The share of cars that don't charge on once they were paused. */
  sleepyShare?: number
}

const FEEDERS = 4
const THIRD_PARTY = 3
const HABITS = [KVISTBERG, GRANBARK, TALLMYRA, ORMTORP, HALLMO]
const OUTLETS: readonly Outlet[] = [
  { kind: 'ac', phases: 3, maxCurrentA: 16 },
  { kind: 'ac', phases: 3, maxCurrentA: 32 },
  { kind: 'ac', phases: 1, maxCurrentA: 32 },
]
const ROTATIONS: readonly PhaseRotation[] = ['RST', 'STR', 'TRS']
/** How people keep to what they booked. */
const LATE_SHARE = 0.15
const NO_SHOW_SHARE = 0.05
const LESS_SHARE = 0.1
const FULL_SHARE = 0.3
/** What the connection bears beside the mean of what is booked, and a feeder beside its own. */
const SITE_ROOM = 1.5
const FEEDER_ROOM = 1.8
/** One-phase cars don't lie evenly. */
const PHASE_ROOM = 1.25
const TEMPORARY_SHARE = 0.75
/** What the battery gains of what the meter counts. */
const EFFICIENCY = 0.9

/** The same day for the same size and seed. */
export function dayOf(size: DaySize): Day {
  const random = seededRandom(size.seed)
  const until = size.from + size.hours * HOUR
  const stations = Array.from({ length: size.stations }, (_, index) =>
    stationOf(random, size, index, until),
  )
  const cars = Array.from({ length: size.cars }, (_, index) => {
    const station = index % size.stations
    const rounds = Math.ceil(size.cars / size.stations)
    return carOf(
      random,
      size,
      index,
      station,
      stations[station],
      Math.floor(index / size.stations),
      rounds,
    )
  })
  const baseW = 100 * size.stations
  const meanW = (those: readonly DayCar[]) =>
    those.reduce((sum, { bookedWh }) => sum + bookedWh, 0) / size.hours
  const gridLimitW = Math.round(baseW + SITE_ROOM * meanW(cars))
  return {
    from: size.from,
    until,
    stations,
    cars,
    baseW,
    gridLimitW,
    gridLimitDa: Math.round((gridLimitW / 3 / 230) * PHASE_ROOM * 10),
    feeders: Array.from({ length: FEEDERS }, (_, feeder) => {
      const own = cars.filter(({ station }) => stations[station]?.feeder === feeder)
      // A feeder bears at least one charger.
      return {
        name: `Feeder ${feeder + 1}`,
        limitW: Math.max(25_000, Math.round(FEEDER_ROOM * meanW(own))),
      }
    }),
    temporary: {
      limitW: Math.round(gridLimitW * TEMPORARY_SHARE),
      from: size.from + 0.25 * size.hours * HOUR,
      until: size.from + 0.375 * size.hours * HOUR,
    },
  }
}

function stationOf(random: Random, size: DaySize, index: number, until: Instant): DayStation {
  const length = until - size.from
  const ignores = index >= size.stations - (size.ignoring ?? 0)
  const number = String(index + 1).padStart(3, '0')
  return {
    chargePointId: `DAY-${number}`,
    password: `the day's password ${number}`,
    habit: ignores ? ASKDAL_AC : pick(random, HABITS),
    outlet: pick(random, OUTLETS),
    feeder: index % FEEDERS,
    rotation: pick(random, ROTATIONS),
    thirdParty: index < THIRD_PARTY,
    offline:
      index === THIRD_PARTY
        ? { from: size.from + 0.4 * length, until: size.from + 0.55 * length }
        : null,
  }
}

/** A car of the round of stays that it is in at its station: each has an equal part of the day. */
function carOf(
  random: Random,
  size: DaySize,
  index: number,
  place: number,
  station: DayStation | undefined,
  round: number,
  rounds: number,
): DayCar {
  if (station === undefined) throw new Error('a car needs a station')
  const partMs = (size.hours * HOUR) / rounds
  const begins = size.from + round * partMs
  const whole = (at: number) => Math.round(at / MINUTE) * MINUTE
  const arrivesAt = whole(begins + between(random, 0.02, 0.2) * partMs)
  const departsAt = whole(begins + between(random, 0.65, 0.97) * partMs)
  const kind: CarKind = pick(random, Object.values(CAR_KINDS))
  const car: Car = {
    ...kind,
    plate: `DAY ${String(index).padStart(3, '0')}`,
    storedWh: 0,
    targetWh: 0,
    staysPaused: chance(random, size.sleepyShare ?? 0),
  }
  const mostWh = (carMaxW(car, station.outlet) * (departsAt - arrivesAt)) / HOUR
  const roomWh = (0.8 * kind.capacityWh) / EFFICIENCY
  const bookedWh = Math.round(Math.min(roomWh, mostWh * between(random, 0.25, 0.6)))
  const conduct = conductOf(random())
  const wantedWh = conduct === 'takesLess' ? bookedWh * between(random, 0.3, 0.7) : bookedWh
  const fills = chance(random, size.fullShare ?? FULL_SHARE)
  const targetWh = kind.capacityWh * (fills ? 1 : 0.9)
  const lateMs = Math.min(HOUR, 0.5 * (departsAt - arrivesAt))
  const delayMs =
    conduct === 'late' ? between(random, 0.15, 1) * lateMs : between(random, 0, 3 * MINUTE)
  return {
    plate: car.plate,
    idTag: `DAYCARD${String(index).padStart(4, '0')}`,
    station: place,
    car: { ...car, targetWh, storedWh: targetWh - wantedWh * EFFICIENCY },
    arrivesAt,
    departsAt,
    bookedWh,
    wantedWh,
    comesAt: conduct === 'noShow' ? null : arrivesAt + delayMs,
    conduct,
  }
}

function conductOf(share: number): DayCar['conduct'] {
  if (share < LATE_SHARE) return 'late'
  if (share < LATE_SHARE + NO_SHOW_SHARE) return 'noShow'
  return share < LATE_SHARE + NO_SHOW_SHARE + LESS_SHARE ? 'takesLess' : 'asBooked'
}
