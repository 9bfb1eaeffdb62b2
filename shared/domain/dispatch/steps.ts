import type { Instant } from '../../time/instant.ts'

/** From when on how much; each holds until the next, the last without end. In order, each later than the one before. */
export type Steps = readonly (readonly [from: Instant, value: number])[]

/** The value at a moment; 0 before the first step. */
export function valueAt(steps: Steps, at: Instant): number {
  let value = 0
  for (const [from, next] of steps) {
    if (from > at) break
    value = next
  }
  return value
}

/** The greatest value in a stretch of time; `until` is not part of it. */
export function greatestIn(steps: Steps, from: Instant, until: Instant): number {
  let greatest = valueAt(steps, from)
  for (const [at, value] of steps) if (at > from && at < until) greatest = Math.max(greatest, value)
  return greatest
}

/** The least value in a stretch of time; `until` is not part of it. */
export function leastIn(steps: Steps, from: Instant, until: Instant): number {
  let least = valueAt(steps, from)
  for (const [at, value] of steps) if (at > from && at < until) least = Math.min(least, value)
  return least
}

/** The steps from a moment on: the first begins there, and none repeats the one before. */
export function stepsFrom(steps: Steps, from: Instant): Steps {
  const later = steps.filter(([at]) => at > from)
  return withoutRepeats([[from, valueAt(steps, from)], ...later])
}

/** Steps that change nothing are left out. */
export function withoutRepeats(steps: Steps): Steps {
  return steps.filter(([, value], at) => at === 0 || value !== steps[at - 1]?.[1])
}
