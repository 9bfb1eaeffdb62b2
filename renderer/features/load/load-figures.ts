import type { LoadCurve } from '../../../shared/domain/load/load.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { sumOf, together } from './stack.ts'

/** What a curve comes to. */
export interface LoadFigures {
  readonly energyWh: number
  /** The highest mean power of a step, W; null where nothing is known. */
  readonly peakW: number | null
  readonly peakAt: Instant | null
  /** Over the time of which something is known, W. */
  readonly meanW: number | null
  /** The mean as a share of the peak, per cent; null without a peak. */
  readonly factorPct: number | null
  /** How much of the time is known, per cent. */
  readonly knownPct: number
  /** When the last step ends of which anything is known. */
  readonly knownUntil: Instant | null
}

/**
 * The figures of a curve, its lines added up.
 * @param peak the highest of finer steps, where it was asked for: a peak is a quarter's, whatever the chart's steps are
 */
export function figuresOf(
  curve: LoadCurve,
  peak: { readonly at: Instant; readonly meanW: number } | null,
  now: Instant,
): LoadFigures {
  const { startsAt, endsAt, lines } = curve
  const energies = together(lines)
  const lastedOf = (step: number) =>
    Math.min(startsAt[step + 1] ?? endsAt, now) - (startsAt[step] ?? endsAt)
  const steps = energies.flatMap((energyWh, step) => {
    const lasted = lastedOf(step)
    const at = startsAt[step]
    if (energyWh === null || lasted <= 0 || at === undefined) return []
    return [{ at, lasted, energyWh, meanW: (energyWh * HOUR) / lasted }]
  })
  const highest = steps.reduce<(typeof steps)[number] | null>(
    (most, one) => (most === null || one.meanW > most.meanW ? one : most),
    null,
  )
  // The step that is under way may be the highest before its quarter is over.
  const finer = peak !== null && peak.meanW >= (highest?.meanW ?? 0)
  const peakW = finer ? peak.meanW : highest === null ? null : Math.round(highest.meanW)
  const knownMs = steps.reduce((sum, { lasted }) => sum + lasted, 0)
  const energyWh = sumOf(steps.map((step) => step.energyWh))
  const meanW = knownMs === 0 ? null : Math.round((energyWh * HOUR) / knownMs)
  const last = steps.at(-1)
  return {
    energyWh,
    peakW,
    peakAt: (finer ? peak.at : highest?.at) ?? null,
    meanW,
    factorPct:
      peakW === null || meanW === null || peakW === 0 ? null : Math.round((100 * meanW) / peakW),
    knownPct: knownShare(curve),
    knownUntil: last === undefined ? null : Math.min(now, last.at + last.lasted),
  }
}

/** Weighed by the length of the steps and the same for every line. */
function knownShare({ startsAt, endsAt, lines }: LoadCurve): number {
  const wholeMs = (endsAt - (startsAt[0] ?? endsAt)) * lines.length
  if (wholeMs <= 0) return 0
  const known = lines.reduce(
    (sum, { knownPct }) =>
      sum +
      knownPct.reduce(
        (ms, pct, step) =>
          ms + (pct / 100) * ((startsAt[step + 1] ?? endsAt) - (startsAt[step] ?? endsAt)),
        0,
      ),
    0,
  )
  return Math.round((100 * known) / wholeMs)
}
