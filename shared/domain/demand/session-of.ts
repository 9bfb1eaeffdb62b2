import { HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import type { Booking } from '../booking/booking.ts'
import { CHARGING_EFFICIENCY, needWh } from '../booking/need.ts'
import { taperMs } from '../booking/taper.ts'
import { holdingStates, presentStates } from '../booking/states.ts'
import type { ConnectorStatus } from '../connector/connector.ts'
import { type Equipment, powerBetween } from '../connector/equipment.ts'
import type { PlanSession } from '../planning/problem.ts'
import type { PhaseRotation } from '../station/phase-rotation.ts'
import type { Transaction } from '../transaction/transaction.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'
import { slotAt } from './slots.ts'
import { leastPower, phasesOf } from './wiring.ts'

/** Where a booking's car stands, and what hangs there. */
export interface Outlet {
  readonly equipment: Equipment
  readonly status: ConnectorStatus
  readonly feederId: string | null
  readonly phaseRotation: PhaseRotation
}

/** What of the site a session depends on. */
export interface DemandAround {
  readonly now: Instant
  /** Phase to neutral, V. */
  readonly voltageV: number
  outlet(stationId: string, connectorId: number): Outlet | undefined
  vehicle(vehicleId: string): Vehicle | undefined
  transaction(transactionId: string): Pick<Transaction, 'energyWh' | 'socPct' | 'state'> | undefined
}

/** What a connector of which nobody knows the power is thought to give. */
const ASSUMED_W = 11_000

/** A car that stays after its time is planned for so long ahead. */
const OVERSTAY_MS = HOUR

/** A window that is shorter can't be planned in. */
const SHORTEST_MS = MINUTE

/**
 * What a booking's car wants from now on; null when it wants nothing that can be planned: it has no place, has what
 * it needs, or is over. Only what was asked for is promised: a car that takes what it gets, one that stays too long
 * and one that was taken in although it couldn't be promised get what the promises leave.
 */
export function sessionOf(booking: Booking, around: DemandAround): PlanSession | null {
  const { stationId, connectorId, state, need } = booking
  if (!holdingStates.has(state) || state === 'finished') return null
  if (stationId === null || connectorId === null) return null
  const outlet = around.outlet(stationId, connectorId)
  if (outlet === undefined) return null
  const window = windowOf(booking, around.now)
  if (window === null) return null
  const vehicle = booking.vehicleId === null ? null : (around.vehicle(booking.vehicleId) ?? null)
  const phases = phasesOf(outlet.equipment, vehicle, outlet.phaseRotation)
  const wishedWh = need === null ? null : needWh(need)
  const maxW = mostPower(outlet.equipment, vehicle, wishedWh, booking)
  if (maxW === 0) return null
  const energyWh = remainingWh(booking, window, maxW, vehicle, outlet, around)
  if (energyWh <= 0) return null
  return {
    id: booking.id,
    arrive: slotAt(window.from),
    depart: slotAt(doneBy(booking, window, energyWh, maxW, outlet)),
    energyWh,
    maxW,
    minW: Math.min(maxW, leastPower(outlet.equipment, phases, around.voltageV)),
    phases,
    feederId: outlet.feederId,
    priority: booking.priority,
    promised: isPromised(booking, around.now),
    suspendable: vehicle?.resumes ?? true,
    charging: state === 'charging' && outlet.status === 'Charging',
  }
}

/** Whether its energy by its departure is promised. */
export function isPromised(
  { need, overbooked, departsAt }: Pick<Booking, 'need' | 'overbooked' | 'departsAt'>,
  now: Instant,
): boolean {
  return need !== null && overbooked === null && departsAt > now
}

/** From when until when it can charge; null when there is no time left. */
function windowOf(
  { state, arrivesAt, departsAt }: Booking,
  now: Instant,
): { from: Instant; until: Instant } | null {
  const isPresent = presentStates.has(state)
  const from = isPresent ? now : Math.max(now, arrivesAt)
  const until = isPresent && departsAt <= now ? now + OVERSTAY_MS : departsAt
  return until - from < SHORTEST_MS ? null : { from, until }
}

/** By when all of it has to be planned: a battery that is to be full takes the last of it slowly, whatever it may draw. */
function doneBy(
  { need }: Booking,
  { from, until }: { from: Instant; until: Instant },
  energyWh: number,
  maxW: number,
  { equipment }: Outlet,
): Instant {
  const slowMs = taperMs(need, energyWh, maxW, equipment.powerType)
  const takesMs = (energyWh * HOUR) / maxW
  return Math.min(until, Math.max(until - slowMs, from + takesMs))
}

/** What can flow, W. Where nobody has told it, at least what was promised takes. */
function mostPower(
  equipment: Equipment,
  vehicle: Vehicle | null,
  wishedWh: number | null,
  { arrivesAt, departsAt }: Booking,
): number {
  const known = powerBetween(equipment, vehicle)
  if (known !== null) return known
  const least = wishedWh === null ? 0 : Math.ceil((wishedWh * HOUR) / (departsAt - arrivesAt))
  return Math.max(ASSUMED_W, least)
}

function remainingWh(
  { state, need, transactionId }: Booking,
  window: { from: Instant; until: Instant },
  maxW: number,
  vehicle: Vehicle | null,
  { status }: Outlet,
  around: DemandAround,
): number {
  const transaction =
    state !== 'charging' || transactionId === null ? undefined : around.transaction(transactionId)
  const most = Math.floor((maxW * (window.until - window.from)) / HOUR)
  if (need !== null) return Math.max(0, needWh(need) - (transaction?.energyWh ?? 0))
  // It takes what it gets, until it is full: only the car knows when that is.
  if (transaction !== undefined && status === 'SuspendedEV') return 0
  const batteryWh = vehicle?.batteryWh ?? null
  if (batteryWh === null) return most
  const socPct = transaction?.socPct ?? 0
  return Math.min(most, Math.ceil((batteryWh * (100 - socPct)) / 100 / CHARGING_EFFICIENCY))
}
