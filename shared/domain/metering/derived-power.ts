import { HOUR, SECOND, type Instant } from '../../time/instant.ts'
import type { Phases } from './meter-reading.ts'

/**
 * Power (W) from current (0.1 A) and voltage (V) when the charger tells none. Per phase where it tells both per
 * phase, or one voltage for all; without a phase only when neither has one. Null when that can't be told.
 * @param factor the power factor, taken as 1 when not told
 */
export function powerOf(currentDa: Phases, voltageV: Phases, factor: number | null): number | null {
  const share = factor === null || factor <= 0 || factor > 1 ? 1 : factor
  let watts: number | null = null
  for (const phase of ['l1', 'l2', 'l3'] as const) {
    const current = currentDa[phase]
    const voltage = voltageV[phase] ?? voltageV.all
    if (current === null || voltage === null) continue
    watts = (watts ?? 0) + (current / 10) * voltage
  }
  if (watts === null && currentDa.all !== null && voltageV.all !== null) {
    watts = (currentDa.all / 10) * voltageV.all
  }
  return watts === null ? null : watts * share
}

/** Two registers further apart than this tell nothing of the power now. */
const LONGEST_STRETCH_MS = HOUR

/** Nor do two that are closer: registers count whole watt-hours, and one of them in a second would be 3.6 kW. */
const SHORTEST_STRETCH_MS = 5 * SECOND

/**
 * The mean power (W) between two import registers, when the charger tells energy only. Null when they are too far
 * apart or too close, in the wrong order, or the register went back.
 */
export function powerBetween(
  earlier: { readonly measuredAt: Instant; readonly energyWh: number },
  later: { readonly measuredAt: Instant; readonly energyWh: number },
): number | null {
  const ms = later.measuredAt - earlier.measuredAt
  const wattHours = later.energyWh - earlier.energyWh
  if (ms < SHORTEST_STRETCH_MS || ms > LONGEST_STRETCH_MS || wattHours < 0) return null
  return Math.round((wattHours * HOUR) / ms)
}
