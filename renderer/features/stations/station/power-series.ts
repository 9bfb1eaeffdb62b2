import type { CurvePoint } from '../../../../shared/contract/transaction.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'

/** What one connector has told, in order of time. */
export type ConnectorCurve = { connectorId: number; points: readonly CurvePoint[] }

/** One place on the time axis: kW per connector number; null where nothing is known. */
export type PowerMoment = { at: Instant } & Record<`kW${number}`, number | null>

/** Beyond this silence a value is no longer drawn as if it went on. Meter values come once in 15 min at most. */
export const GAP_MS = 16 * MINUTE

/**
 * Curves of several connectors on one time axis, for a chart that steps from one measurement to the next.
 * A value holds until that connector's next one, or until `GAP_MS` has passed, or until `until`; then it is null.
 */
export function powerSeries(
  curves: readonly ConnectorCurve[],
  from: Instant,
  until: Instant,
): PowerMoment[] {
  const tracks = curves.map((curve) => ({
    key: powerKey(curve.connectorId),
    track: track(curve, until),
  }))
  const instants = new Set<Instant>([from, until])
  for (const { track: steps } of tracks) for (const step of steps) instants.add(step.at)
  const cursors = tracks.map(() => -1)
  return [...instants]
    .filter((at) => at >= from && at <= until)
    .toSorted((a, b) => a - b)
    .map((at) => {
      const moment: PowerMoment = { at }
      tracks.forEach(({ key, track: steps }, index) => {
        let cursor = cursors[index] ?? -1
        while ((steps[cursor + 1]?.at ?? Infinity) <= at) cursor += 1
        cursors[index] = cursor
        moment[key] = steps[cursor]?.kW ?? null
      })
      return moment
    })
}

/** The key of a connector's column in a `PowerMoment`. */
export function powerKey(connectorId: number): `kW${number}` {
  return `kW${connectorId}`
}

/**
 * History with what has been measured since put behind it. A live point that history has already, or that
 * lies before its end, is left out: history is the fuller account.
 */
export function withLivePoints(
  history: readonly ConnectorCurve[],
  live: readonly ConnectorCurve[],
): ConnectorCurve[] {
  const ids = new Set([...history, ...live].map((curve) => curve.connectorId))
  return [...ids]
    .toSorted((a, b) => a - b)
    .map((connectorId) => {
      const known = history.find((curve) => curve.connectorId === connectorId)?.points ?? []
      const fresh = live.find((curve) => curve.connectorId === connectorId)?.points ?? []
      const end = known.at(-1)?.at ?? -Infinity
      return { connectorId, points: [...known, ...fresh.filter((point) => point.at > end)] }
    })
}

type Step = { at: Instant; kW: number | null }

function track(curve: ConnectorCurve, until: Instant): Step[] {
  const told = curve.points.filter((point) => point.powerW !== null && point.at <= until)
  return told.flatMap((point, index) => {
    const next = told[index + 1]?.at ?? Infinity
    const step: Step = { at: point.at, kW: (point.powerW ?? 0) / 1_000 }
    const silentAt = point.at + GAP_MS
    return silentAt < next && silentAt < until ? [step, { at: silentAt, kW: null }] : [step]
  })
}

/** The most points kept of what was measured since the window opened; an hour of one a second. */
const LIVE_POINTS = 3_600

/**
 * Live curves with the connectors' present measurements put behind them. The same curves when nothing new was
 * measured, so that a view need not be drawn again.
 */
export function withMeasured(
  curves: readonly ConnectorCurve[],
  measured: readonly { connectorId: number; sampledAt: Instant | null; powerW: number | null }[],
): readonly ConnectorCurve[] {
  let changed = false
  const next = measured.map(({ connectorId, sampledAt, powerW }): ConnectorCurve => {
    const curve = curves.find((known) => known.connectorId === connectorId) ?? {
      connectorId,
      points: [],
    }
    const end = curve.points.at(-1)?.at ?? -Infinity
    if (sampledAt === null || sampledAt <= end) return curve
    changed = true
    const point: CurvePoint = { at: sampledAt, powerW, energyWh: null, socPct: null }
    return { connectorId, points: [...curve.points, point].slice(-LIVE_POINTS) }
  })
  return changed || next.length !== curves.length ? next : curves
}

/** The greatest power in a series, W; null when there is none in it. */
export function peakW(series: readonly PowerMoment[]): number | null {
  const values = series
    .flatMap(({ at: _, ...kW }) => Object.values(kW))
    .filter((value) => value !== null)
  return values.length === 0 ? null : Math.round(Math.max(...values) * 1_000)
}
