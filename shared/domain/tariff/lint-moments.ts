import type { Condition, Moment } from './condition.ts'

/** Moments times conditions; a tariff with so many bounds is told as too long to judge. */
const MOST_LOOKS = 500_000

/**
 * One moment of each kind that the conditions can tell apart: bounds include their lower end, so the lower ends are
 * enough. Null when there are too many.
 */
export function momentsBetween(conditions: readonly Condition[]): Moment[] | null {
  const clocks = conditions.flatMap(({ clock }) => (clock === null ? [] : [clock]))
  const energies = bounds(
    conditions.flatMap(({ minMilliWh, maxMilliWh }) => [minMilliWh, maxMilliWh]),
  )
  const durations = bounds(conditions.flatMap(({ minMs, maxMs }) => [minMs, maxMs]))
  const powers = bounds(conditions.flatMap(({ power }) => (power ? [power.minW, power.maxW] : [])))
  const currents = bounds(
    conditions.flatMap(({ current }) => (current ? [current.minA, current.maxA] : [])),
  )
  const minutes = bounds(clocks.flatMap(({ fromMinute, untilMinute }) => [fromMinute, untilMinute]))
  const days = bounds(clocks.flatMap(({ fromDay, untilDay }) => [fromDay, untilDay]))
  const weekdays = clocks.some((clock) => clock.weekdays !== null) ? [1, 2, 3, 4, 5, 6, 7] : [1]
  const axes = [energies, durations, powers, currents, minutes, days, weekdays]
  const count = axes.reduce((product, axis) => product * axis.length, 1)
  if (count * conditions.length > MOST_LOOKS) return null
  const moments: Moment[] = []
  for (const day of days)
    for (const weekday of weekdays)
      for (const minute of minutes)
        for (const milliWh of energies)
          for (const ms of durations)
            for (const powerW of powers)
              for (const currentA of currents)
                moments.push({ milliWh, ms, powerW, currentA, clock: { day, weekday, minute } })
  return moments
}

function bounds(all: readonly number[]): number[] {
  const finite = all.filter((bound) => Number.isFinite(bound) && bound > 0)
  return [...new Set([0, ...finite])].toSorted((one, other) => one - other)
}
