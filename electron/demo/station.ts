import type { OCPP16 } from 'typed-ocpp'
import { phasesUsed, socPercent } from './car.ts'
import { factoryConfiguration } from './configuration.ts'
import type { Configuration } from './configuration.ts'
import { idleConnector, powerW, statusOf } from './connector.ts'
import type { Connector, Status } from './connector.ts'
import type { DemoStation } from './depot.ts'
import type { Link } from './link.ts'
import { flowThrough } from './outlet.ts'
import { between, seededRandom } from './random.ts'
import type { Random } from './random.ts'
import type { Reading } from './sampled-value.ts'
import type { Installed } from './smart-charging/profiles.ts'
import type { SimulationClock } from './simulation-clock.ts'
import { EMPTY_QUEUE } from './transaction-queue.ts'
import type { TransactionQueue } from './transaction-queue.ts'
import { nextVisit } from './visit.ts'
import type { Driver } from './visit.ts'

export type MeterValue = OCPP16.MeterValuesRequest['meterValue'][number]

/** A running station: the only mutable thing of the demo, changed by its own charge point alone. */
export type Station = {
  spec: DemoStation
  random: Random
  clock: SimulationClock
  /** Those of the depot's drivers who are nowhere just now. */
  freeDrivers: () => Driver[]
  link: Link | null
  /** What the hub said to the last BootNotification; `none` since the station's start. */
  registration: 'none' | 'Accepted' | 'Pending' | 'Rejected'
  configuration: Configuration
  connectors: Connector[]
  queue: TransactionQueue
  /** Keys to try, the likeliest first: a key just changed may not hold on the other side yet. */
  passwords: Uint8Array[]
  /** Id tokens the hub has accepted (the authorization cache, OCPP 1.6 §3.5.1). */
  cache: Set<string>
  reported: Map<number, Status>
  /** Charging profiles it holds, over restarts too. */
  profiles: Installed[]
  /** Opening readings by session, for makes that repeat them in StopTransaction. */
  openings: Map<string, MeterValue>
}

/** A station as it comes from the factory into a depot that is already busy. */
export function newStation(
  spec: DemoStation,
  clock: SimulationClock,
  realNow: number,
  freeDrivers: () => Driver[],
): Station {
  const random = seededRandom(`${spec.chargePointId}/${spec.password}`)
  const station: Station = {
    spec,
    random,
    clock,
    freeDrivers,
    link: null,
    registration: 'none',
    configuration: factoryConfiguration(spec.habit, spec.outlets),
    connectors: [],
    queue: EMPTY_QUEUE,
    passwords: [Buffer.from(spec.password)],
    cache: new Set(),
    reported: new Map(),
    profiles: [],
    openings: new Map(),
  }
  for (const [index, outlet] of spec.outlets.entries()) {
    const soon = random() < 0.6
    const next = nextVisit(random, outlet, freeDrivers(), clock.at(realNow), soon)
    const registerWh = Math.round(between(random, 50_000, 9_000_000))
    station.connectors.push(idleConnector(index + 1, outlet, registerWh, next))
  }
  return station
}

/** Whether the hub can be asked something that a registered station asks. */
export function isServed(station: Station): boolean {
  return station.registration === 'Accepted' && station.link?.isOpen() === true
}

/** The connector with that number, if the station has it. */
export function connectorOf(station: Station, connectorId: number): Connector | undefined {
  return station.connectors.find(({ id }) => id === connectorId)
}

/** Puts a changed connector in its place. */
export function replaceConnector(station: Station, changed: Connector): void {
  station.connectors = station.connectors.map((old) => (old.id === changed.id ? changed : old))
}

/** The connectors' states as reported; 0 is the station itself, for makes that report it. */
export function statuses(station: Station): Map<number, Status> {
  const own = new Map<number, Status>()
  if (station.spec.habit.status.reportsStation) {
    const operative = station.connectors.some((connector) => connector.operative)
    own.set(0, operative ? 'Available' : 'Unavailable')
  }
  for (const connector of station.connectors) own.set(connector.id, statusOf(connector))
  return own
}

/** What a connector's meter shows now. */
export function readingOf(station: Station, connector: Connector): Reading {
  const { outlet, guest, allowance } = connector
  const watts = powerW(connector)
  const phases = guest === null ? 1 : Math.max(1, phasesUsed(guest.car, outlet, allowance))
  return {
    registerWh: connector.registerWh,
    flow: flowThrough(outlet, watts, phases, between(station.random, 228.5, 232.5)),
    socPercent: guest === null ? null : socPercent(guest.car),
    temperatureC: 19 + (watts > 0 ? 14 : 0) + between(station.random, -1, 1),
  }
}
