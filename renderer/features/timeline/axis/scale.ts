import { DAY, HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** How time lies across the screen: what the left edge shows, and how much time a pixel is. */
export interface TimeScale {
  readonly originAt: Instant
  readonly msPerPx: number
}

/** The least and the most time that fits across the width. */
export const NARROWEST_MS = 2 * HOUR
export const WIDEST_MS = 14 * DAY

/** Where people may let a time snap to, minutes of the site's clock. */
export const snapSteps = [5, 15, 60] as const
export type SnapStep = (typeof snapSteps)[number]

/** Where an instant lies, px from the left edge. */
export function toX(scale: TimeScale, at: Instant): number {
  return (at - scale.originAt) / scale.msPerPx
}

/** The instant at so many px from the left edge, to the millisecond. */
export function toAt(scale: TimeScale, x: number): Instant {
  return Math.round(scale.originAt + x * scale.msPerPx)
}

/** The scale after the time under `x` was drawn `factor` times as wide, kept within what may be shown across `widthPx`. */
export function zoomAround(
  scale: TimeScale,
  x: number,
  factor: number,
  widthPx: number,
): TimeScale {
  const msPerPx = clamped(scale.msPerPx / factor, widthPx)
  return { originAt: scale.originAt + x * (scale.msPerPx - msPerPx), msPerPx }
}

/** The scale after the time has been moved `px` to the left: a positive number shows later times. */
export function panBy(scale: TimeScale, px: number): TimeScale {
  return { ...scale, originAt: scale.originAt + px * scale.msPerPx }
}

/** The scale that shows `from` to `until` across the width; shorter or longer than may be shown, their middle stays. */
export function fitRange(from: Instant, until: Instant, widthPx: number): TimeScale {
  const msPerPx = clamped((until - from) / widthPx, widthPx)
  const middle = (from + until) / 2
  return { originAt: middle - (widthPx / 2) * msPerPx, msPerPx }
}

/** The scale as it has to be when the width changes: the left edge stays, and so does what a pixel means if it may. */
export function ofWidth(scale: TimeScale, widthPx: number): TimeScale {
  return { ...scale, msPerPx: clamped(scale.msPerPx, widthPx) }
}

/**
 * The nearest instant on a multiple of `step` minutes of the zone's wall clock. Not Temporal's own rounding: in the
 * night when an hour comes twice that goes by the clock face, and leaps over the second one.
 */
export function snapAt(at: Instant, step: SnapStep, timeZone: string): Instant {
  const stepMs = step * MINUTE
  const offsets = new Set([offsetAt(at - stepMs, timeZone), offsetAt(at + stepMs, timeZone)])
  const near = [...offsets].flatMap((offset) => {
    const floor = Math.floor((at + offset) / stepMs) * stepMs - offset
    return [floor, floor + stepMs].filter(
      (candidate) => (candidate + offsetAt(candidate, timeZone)) % stepMs === 0,
    )
  })
  return near.reduce((best, candidate) =>
    Math.abs(candidate - at) < Math.abs(best - at) ? candidate : best,
  )
}

function offsetAt(at: Instant, timeZone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toZonedDateTimeISO(timeZone)
  return zoned.offsetNanoseconds / 1e6
}

function clamped(msPerPx: number, widthPx: number): number {
  return Math.min(WIDEST_MS / widthPx, Math.max(NARROWEST_MS / widthPx, msPerPx))
}
