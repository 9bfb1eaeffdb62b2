import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** What a drawing of powers spans. */
export interface PowerFrame {
  readonly from: Instant
  readonly until: Instant
  readonly maxW: number
}

/** Powers, each holding until the next, as the path of a step line in a box of that size; empty outside of the frame. */
export function planSteps(
  powers: PlanLine['powers'],
  { from, until, maxW }: PowerFrame,
  size: { readonly x: number; readonly y: number },
): string {
  const x = (at: Instant) => round(((at - from) / (until - from)) * size.x)
  const y = (powerW: number) => round(size.y * (1 - powerW / Math.max(1, maxW)))
  let path = ''
  for (const [index, [starts, powerW]] of powers.entries()) {
    const begins = Math.max(from, starts)
    const ends = Math.min(until, powers[index + 1]?.[0] ?? until)
    if (ends <= begins) continue
    path += path === '' ? `M${x(begins)} ${y(powerW)}` : `V${y(powerW)}`
    path += `H${x(ends)}`
  }
  return path
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
