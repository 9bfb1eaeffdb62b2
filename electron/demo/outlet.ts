/** Nominal voltage between a phase and neutral on the demo's grid. */
export const PHASE_VOLTAGE_V = 230

/** What a connector can give. Alternating current is limited per phase, direct current by power. */
export type Outlet =
  | { kind: 'ac'; phases: 1 | 3; maxCurrentA: number }
  | { kind: 'dc'; maxPowerW: number; voltageV: number }

/** One phase (or the direct-current pair) as a meter sees it. */
export type PhaseFlow = { powerW: number; currentA: number; voltageV: number }

/** What flows through a connector now; `phases` has 1 or 3 entries for AC, none for DC. */
export type Flow = { powerW: number; currentA: number; voltageV: number; phases: PhaseFlow[] }

/** The most an outlet ever gives, in W. */
export function outletMaxW(outlet: Outlet): number {
  return outlet.kind === 'dc'
    ? outlet.maxPowerW
    : outlet.phases * outlet.maxCurrentA * PHASE_VOLTAGE_V
}

/**
 * Splits a power over the phases that carry it.
 * @param usedPhases phases the car draws from; ignored for DC
 * @param voltageV the grid's voltage at this moment (AC); DC takes the outlet's own
 */
export function flowThrough(
  outlet: Outlet,
  powerW: number,
  usedPhases: number,
  voltageV: number,
): Flow {
  if (outlet.kind === 'dc') {
    const currentA = powerW / outlet.voltageV
    return { powerW, currentA, voltageV: outlet.voltageV, phases: [] }
  }
  const share = powerW / usedPhases
  const phases = Array.from({ length: outlet.phases }, (_, index) => {
    const carries = index < usedPhases
    return { powerW: carries ? share : 0, currentA: carries ? share / voltageV : 0, voltageV }
  })
  return { powerW, currentA: share / voltageV, voltageV, phases }
}
