import { createHash } from 'node:crypto'
import { CAR_KINDS } from './car-kind.ts'
import { fleetVehicles, TRADES } from './fleet.ts'
import type { DemoVehicle } from './fleet.ts'
import {
  ASKDAL,
  ASKDAL_AC,
  GRANBARK,
  HALLMO,
  HALLMO_OLD,
  KVISTBERG,
  ORMTORP,
  TALLMYRA,
  TALLMYRA_MINI,
} from './habit.ts'
import type { Habit } from './habit.ts'
import type { Outlet } from './outlet.ts'
import { seededRandom } from './random.ts'
import type { Driver } from './visit.ts'

/** A station of the demo depot: who it is, whose habits it has, what hangs on it. */
export type DemoStation = {
  chargePointId: string
  name: string
  zone: string
  password: string
  habit: Habit
  outlets: Outlet[]
}

/** A card the hub is told about; a driver of the depot may carry one the hub has never seen. */
export type DemoToken = { idTag: string; label: string; status: 'Accepted' | 'Blocked' }

const AC_22: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 32 }
const AC_11: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 16 }
const AC_7: Outlet = { kind: 'ac', phases: 1, maxCurrentA: 32 }
const AC_3: Outlet = { kind: 'ac', phases: 1, maxCurrentA: 16 }
const DC_120: Outlet = { kind: 'dc', maxPowerW: 120_000, voltageV: 400 }

const LAYOUT: readonly { name: string; zone: string; habit: Habit; outlets: Outlet[] }[] = [
  { name: 'Gate 1', zone: 'Gate', habit: KVISTBERG, outlets: [AC_22, AC_22] },
  { name: 'Gate 2', zone: 'Gate', habit: KVISTBERG, outlets: [AC_22] },
  { name: 'Yard north 1', zone: 'Yard', habit: GRANBARK, outlets: [AC_11] },
  { name: 'Yard north 2', zone: 'Yard', habit: GRANBARK, outlets: [AC_11, AC_11] },
  { name: 'Visitors 1', zone: 'Visitors', habit: TALLMYRA, outlets: [AC_7] },
  { name: 'Visitors 2', zone: 'Visitors', habit: TALLMYRA_MINI, outlets: [AC_3] },
  { name: 'Hall 1', zone: 'Hall', habit: ORMTORP, outlets: [AC_22] },
  { name: 'Hall 2', zone: 'Hall', habit: ORMTORP, outlets: [AC_11] },
  { name: 'Fast lane', zone: 'Gate', habit: ASKDAL, outlets: [DC_120] },
  { name: 'Wash bay', zone: 'Hall', habit: ASKDAL_AC, outlets: [AC_22] },
  { name: 'Yard south 1', zone: 'Yard', habit: HALLMO_OLD, outlets: [AC_11] },
  { name: 'Yard south 2', zone: 'Yard', habit: HALLMO, outlets: [AC_22, AC_22] },
]

/** Private cars: they pay on the spot, while fleets get an invoice. */
const VISITORS = 6
const BLOCKED = 'Former employee'
const STRANGER = 'Passer-by'
/** More drivers than connectors, so that nobody stands in two places at once. */
const DRIVERS: readonly Pick<Driver, 'name' | 'car'>[] = [
  ...TRADES.flatMap(({ name, count, cars: [first, second] }) =>
    Array.from({ length: count }, (_, index) => ({
      name: `${name} ${index + 1}`,
      car: index % 2 === 0 ? first : second,
    })),
  ),
  ...Array.from({ length: VISITORS }, (_, index) => ({
    name: `Visitor ${index + 1}`,
    car: index % 2 === 0 ? CAR_KINDS.family : CAR_KINDS.city,
  })),
  { name: BLOCKED, car: CAR_KINDS.estate },
  { name: STRANGER, car: CAR_KINDS.city },
]

/** The depot that every demo shows: the same stations, passwords, vehicles and cards for the same seed. */
export function demoDepot(seed: string): {
  stations: DemoStation[]
  drivers: Driver[]
  tokens: DemoToken[]
  vehicles: DemoVehicle[]
} {
  const stations = LAYOUT.map((place, index) => {
    const chargePointId = `DEPOT-${String(index + 1).padStart(2, '0')}`
    return { ...place, chargePointId, password: derived(seed, `password ${chargePointId}`, 32) }
  })
  const drivers = DRIVERS.map(({ name, car }) => ({
    name,
    car,
    plate: plateOf(seed, name),
    idTag: derived(seed, `card ${name}`, 8).toUpperCase(),
  }))
  const tokens = drivers
    .filter(({ name }) => name !== STRANGER)
    .map(({ name, idTag }): DemoToken => ({
      idTag,
      label: name,
      status: name === BLOCKED ? 'Blocked' : 'Accepted',
    }))
  return { stations, drivers, tokens, vehicles: fleetVehicles(drivers) }
}

/** The first `length` hex digits of a digest: repeatable, so a restarted demo knows its keys. */
function derived(seed: string, what: string, length: number): string {
  return createHash('sha256').update(`${seed}/${what}`).digest('hex').slice(0, length)
}

function plateOf(seed: string, name: string): string {
  const random = seededRandom(`${seed}/plate ${name}`)
  const letters = Array.from({ length: 3 }, () =>
    String.fromCharCode(65 + Math.floor(random() * 26)),
  ).join('')
  return `${letters} ${String(Math.floor(random() * 1000)).padStart(3, '0')}`
}
