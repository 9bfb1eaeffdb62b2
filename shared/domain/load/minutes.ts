import { MINUTE, type Instant } from '../../time/instant.ts'
import type { Span } from './meter.ts'
import { type Steps, WHOLE } from './steps.ts'

/** In which of the minutes a moment lies; null outside of them. */
export function minuteOf({ startsAt, count }: Steps, at: Instant): number | null {
  const minute = Math.floor((at - startsAt) / MINUTE)
  return minute < 0 || minute >= count ? null : minute
}

/** Calls back for each minute that the span touches, with the part of it that it does. */
export function overMinutes(
  { startsAt, count }: Steps,
  span: Span,
  each: (at: number, from: Instant, until: Instant) => void,
): void {
  const first = Math.max(span.from, startsAt)
  const last = Math.min(span.until, startsAt + count * MINUTE)
  for (let at = Math.floor((first - startsAt) / MINUTE); at < count; at += 1) {
    const from = Math.max(first, startsAt + at * MINUTE)
    if (from >= last) break
    each(at, from, Math.min(last, startsAt + (at + 1) * MINUTE))
  }
}

/** So much more of the minute is known, with these flags. */
export function know(steps: Steps, at: number, ms: number, flags = 0): void {
  steps.known[at] = Math.min(WHOLE, (steps.known[at] ?? 0) + ms)
  flag(steps, at, flags)
}

export function flag(steps: Steps, at: number, flags: number): void {
  steps.flags[at] = (steps.flags[at] ?? 0) | flags
}

export function addEnergy(steps: Steps, at: number, energyWh: number): void {
  steps.energyWh[at] = (steps.energyWh[at] ?? 0) + energyWh
}
