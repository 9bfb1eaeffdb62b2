import type {
  ChargingProfilePurpose,
  ChargingRateUnit,
  ChargingSchedulePeriod,
} from '../../../shared/domain/charging-profile/charging-profile.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { PHASE_VOLTAGE_V } from '../outlet.ts'
import type { Outlet } from '../outlet.ts'
import type { Installed } from './profiles.ts'
import { periodAt } from './schedule.ts'

/** What a connector may draw: A on each of so many phases. Direct current is reckoned as its mains side. */
export type Allowance = { currentA: number; phases: number }

/** Below this a car can't charge (IEC 61851-1 table A.8): what is allowed is then nothing. */
export const LEAST_CURRENT_A = 6

const DC_MAINS_PHASES = 3
/** Watts are told in tenths, so an allowance of 6 A may come out a hair under it. */
const HAIR_A = 0.001

/** A charge as its connector's profiles see it. */
export type Charge = { sessionKey: string; startedAt: Instant }

/** A connector and what it is asked about. */
export type Asked = { connectorId: number; outlet: Outlet; charge: Charge | null }

/**
 * What a connector may draw at an instant (OCPP 1.6 §3.13.2): its TxProfile, or else its TxDefaultProfile, each time the
 * one of the highest level that says something now, and never more than its share of the ChargePointMaxProfile.
 * @param sharing how many connectors of the station charge: they share what the whole of it may draw evenly
 * @returns null where nothing limits it
 */
export function allowanceAt(
  held: readonly Installed[],
  { connectorId, outlet, charge }: Asked,
  at: Instant,
  sharing: number,
): Allowance | null {
  const under = (purpose: ChargingProfilePurpose, on: number): Allowance | null =>
    ruling(
      held.filter(
        (one) =>
          one.connectorId === on &&
          one.profile.chargingProfilePurpose === purpose &&
          (one.sessionKey === null || one.sessionKey === charge?.sessionKey),
      ),
      outlet,
      at,
      charge?.startedAt ?? null,
    )
  // A default that was set on the connector stands in for the station's (§3.13.1).
  const own =
    under('TxProfile', connectorId) ??
    under('TxDefaultProfile', connectorId) ??
    under('TxDefaultProfile', 0)
  const whole = under('ChargePointMaxProfile', 0)
  if (whole === null) return own
  const share = { ...whole, currentA: whole.currentA / Math.max(1, sharing) }
  return own === null ? share : lesser(own, share)
}

/** What the profile of the highest level says, of those that say something at that instant. */
function ruling(
  profiles: readonly Installed[],
  outlet: Outlet,
  at: Instant,
  chargeStartedAt: Instant | null,
): Allowance | null {
  const highestFirst = profiles.toSorted((a, b) => b.profile.stackLevel - a.profile.stackLevel)
  for (const { profile } of highestFirst) {
    const period = periodAt(profile, at, chargeStartedAt)
    if (period !== null) return allowed(period, profile.chargingSchedule.chargingRateUnit, outlet)
  }
  return null
}

/**
 * A period's limit as amperes on each phase. A charger doesn't know how many phases a car will use: watts are divided
 * over as many as the period names, three unless told, so that a car on one gets a third of them.
 */
function allowed(
  { limit, numberPhases = 3 }: ChargingSchedulePeriod,
  unit: ChargingRateUnit,
  outlet: Outlet,
): Allowance {
  const phases = Math.min(numberPhases, mainsPhases(outlet))
  return { currentA: unit === 'A' ? limit : limit / (PHASE_VOLTAGE_V * phases), phases }
}

function lesser(one: Allowance, other: Allowance): Allowance {
  return {
    currentA: Math.min(one.currentA, other.currentA),
    phases: Math.min(one.phases, other.phases),
  }
}

/** Phases that an outlet takes from the mains. */
export function mainsPhases(outlet: Outlet): number {
  return outlet.kind === 'dc' ? DC_MAINS_PHASES : outlet.phases
}

/**
 * The most that an allowance lets flow, W; 0 where it lets nothing.
 * @param usedPhases phases the car draws from; not looked at for direct current
 */
export function allowedW(allowance: Allowance, outlet: Outlet, usedPhases: number): number {
  const { currentA, phases } = allowance
  if (outlet.kind === 'dc') return currentA * phases * PHASE_VOLTAGE_V
  if (currentA < LEAST_CURRENT_A - HAIR_A) return 0
  return currentA * Math.min(phases, usedPhases) * PHASE_VOLTAGE_V
}
