import type { LoadCurve, LoadLine } from '../../../shared/domain/load/load.ts'
import { HOUR } from '../../../shared/time/instant.ts'

/** Midnight in Stockholm on Monday 2 March 2026. */
export const MIDNIGHT = Date.UTC(2026, 2, 1, 23)
export const STOCKHOLM = 'Europe/Stockholm'

/** A line of so much energy in each step, all of it known. */
export function aLine(
  key: string,
  energyWh: readonly (number | null)[],
  words: Partial<LoadLine> = {},
): LoadLine {
  return {
    key,
    energyWh: [...energyWh],
    maxW: energyWh.map((wh) => wh),
    meanDa: null,
    knownPct: energyWh.map((wh) => (wh === null ? 0 : 100)),
    ...words,
  }
}

/** A curve of hours from midnight. */
export function aCurve(lines: LoadLine[], marks: LoadCurve['marks'] = []): LoadCurve {
  const steps = lines[0]?.energyWh.length ?? 0
  return {
    startsAt: Array.from({ length: steps }, (_, hour) => MIDNIGHT + hour * HOUR),
    endsAt: MIDNIGHT + steps * HOUR,
    lines,
    marks,
  }
}
