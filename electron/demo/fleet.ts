import type { Driver } from './visit.ts'
import { CAR_KINDS } from './car-kind.ts'
import type { CarKind } from './car-kind.ts'

/** Whose vehicles the depot's drivers drive; the names are invented. */
export const FLEETS = [
  {
    name: 'Lindvik Deliveries',
    email: 'charging@lindvik.example',
    phone: '+46 8 555 010 10',
    reference: 'LD-2201',
  },
  {
    name: 'Almvik Municipality',
    email: 'fleet@almvik.example',
    phone: '+46 8 555 010 40',
    reference: '4500-17',
  },
] as const

export type DemoFleet = (typeof FLEETS)[number]

/** A group of drivers of one trade: how many, what they drive in turn, whose it is, when it has to be ready. */
type Trade = {
  name: string
  count: number
  cars: readonly [CarKind, CarKind]
  fleet: DemoFleet['name']
  departsAt: string | null
}

export const TRADES: readonly Trade[] = [
  {
    name: 'Van',
    count: 20,
    cars: [CAR_KINDS.van, CAR_KINDS.largeVan],
    fleet: 'Lindvik Deliveries',
    departsAt: '06:00',
  },
  {
    name: 'Pool car',
    count: 8,
    cars: [CAR_KINDS.city, CAR_KINDS.family],
    fleet: 'Almvik Municipality',
    departsAt: null,
  },
  {
    name: 'Service',
    count: 6,
    cars: [CAR_KINDS.family, CAR_KINDS.estate],
    fleet: 'Almvik Municipality',
    departsAt: '07:00',
  },
  {
    name: 'Courier',
    count: 6,
    cars: [CAR_KINDS.cargo, CAR_KINDS.city],
    fleet: 'Lindvik Deliveries',
    departsAt: '05:30',
  },
]

/** A vehicle of the depot's fleets, with the card of the one who drives it. */
export type DemoVehicle = {
  plate: string
  name: string
  fleet: DemoFleet['name']
  car: CarKind
  departsAt: string | null
  idTag: string
}

/** The vehicles of those drivers who drive for a fleet. */
export function fleetVehicles(drivers: readonly Driver[]): DemoVehicle[] {
  return drivers.flatMap(({ name, plate, idTag, car }) => {
    const trade = TRADES.find((known) => name.startsWith(`${known.name} `))
    if (trade === undefined) return []
    const { fleet, departsAt } = trade
    return [{ plate, name, fleet, car, departsAt, idTag }]
  })
}
