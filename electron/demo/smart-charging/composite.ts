import type {
  ChargingRateUnit,
  ChargingSchedule,
  ChargingSchedulePeriod,
} from '../../../shared/domain/charging-profile/charging-profile.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { PHASE_VOLTAGE_V, outletMaxW } from '../outlet.ts'
import type { Outlet } from '../outlet.ts'
import { allowanceAt, mainsPhases } from './allowance.ts'
import type { Allowance, Asked } from './allowance.ts'
import type { Installed } from './profiles.ts'
import { changesIn } from './schedule.ts'

/**
 * What all profiles of a connector come to over the time ahead (OCPP 1.6 §5.7); where none says anything, what its
 * outlet can give. A charge that has not begun is taken to begin now.
 */
export function compositeSchedule(
  held: readonly Installed[],
  asked: Asked,
  from: Instant,
  durationS: number,
  unit: ChargingRateUnit,
): ChargingSchedule {
  const end = from + durationS * SECOND
  const charge = asked.charge ?? { sessionKey: '', startedAt: from }
  const changes = held.flatMap(({ profile }) => changesIn(profile, from, end, charge.startedAt))
  const instants = [from, ...new Set(changes)].toSorted((a, b) => a - b)
  const periods: ChargingSchedulePeriod[] = []
  for (const at of instants) {
    const allowance = allowanceAt(held, { ...asked, charge }, at, 1)
    const period = told(allowance, asked.outlet, unit, Math.round((at - from) / SECOND))
    if (!isSame(periods.at(-1), period)) periods.push(period)
  }
  return {
    duration: durationS,
    startSchedule: new Date(from).toISOString(),
    chargingRateUnit: unit,
    chargingSchedulePeriod: periods,
  }
}

function told(
  allowance: Allowance | null,
  outlet: Outlet,
  unit: ChargingRateUnit,
  startPeriod: number,
): ChargingSchedulePeriod {
  const { currentA, phases } = allowance ?? outletAllowance(outlet)
  const limit = unit === 'A' ? currentA : currentA * phases * PHASE_VOLTAGE_V
  return { startPeriod, limit: Math.round(limit * 10) / 10, numberPhases: phases }
}

/** What an outlet gives when nothing limits it. */
export function outletAllowance(outlet: Outlet): Allowance {
  const phases = mainsPhases(outlet)
  return { currentA: outletMaxW(outlet) / phases / PHASE_VOLTAGE_V, phases }
}

function isSame(one: ChargingSchedulePeriod | undefined, other: ChargingSchedulePeriod): boolean {
  return one?.limit === other.limit && one.numberPhases === other.numberPhases
}
