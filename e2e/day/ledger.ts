import { PHASE_VOLTAGE_V } from '../../electron/demo/outlet.ts'
import type { PhaseRotation } from '../../shared/domain/station/phase-rotation.ts'
import { SECOND } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Day } from './scenario.ts'

/** How finely the truth is kept. */
export const STEP_MS = 10 * SECOND

/** What was really drawn, in steps of ten seconds from the day's start: the building and every car. */
export type Ledger = {
  siteW: Float64Array
  /** Each phase of the connection, A; the building lies evenly on them. */
  phaseA: readonly [Float64Array, Float64Array, Float64Array]
  feederW: readonly Float64Array[]
  /** Adds what a station drew in a step, on so many phases from its own first on. */
  add: (step: number, station: number, powerW: number, phases: number) => void
}

/** An empty ledger with the building in it. */
export function ledgerOf(day: Day): Ledger {
  const steps = Math.ceil((day.until - day.from) / STEP_MS)
  const filled = (value: number) => new Float64Array(steps).fill(value)
  const siteW = filled(day.baseW)
  const baseA = day.baseW / 3 / PHASE_VOLTAGE_V
  const phaseA = [filled(baseA), filled(baseA), filled(baseA)] as const
  const feederW = day.feeders.map(() => filled(0))
  const more = (line: Float64Array | undefined, step: number, value: number): void => {
    if (line !== undefined) line[step] = (line[step] ?? 0) + value
  }
  return {
    siteW,
    phaseA,
    feederW,
    add: (step, place, powerW, phases) => {
      const station = day.stations[place]
      if (station === undefined || step < 0 || step >= steps) return
      more(siteW, step, powerW)
      more(feederW[station.feeder], step, powerW)
      for (let own = 0; own < phases; own += 1) {
        more(phaseA[gridPhase(station.rotation, own)], step, powerW / phases / PHASE_VOLTAGE_V)
      }
    },
  }
}

/** Which of the grid's phases a charger's own lies on (OCPP 1.6 ConnectorPhaseRotation), counted from 0. */
export function gridPhase(rotation: PhaseRotation, own: number): number {
  return 'RST'.indexOf(rotation.charAt(own))
}

/** What the site may draw at an instant, W. */
export function siteLimitW(day: Day, at: Instant, isTemporaryTold: boolean): number {
  const { limitW, from, until } = day.temporary
  return isTemporaryTold && at >= from && at < until ? limitW : day.gridLimitW
}
