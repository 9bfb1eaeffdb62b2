import { MINUTE, type Instant } from '../../time/instant.ts'
import { idleSpans } from './idle.ts'
import { areaCurve, areaUnder, type Line, linesOf, powerAt } from './line.ts'
import { gapOf, type Meter, type Span } from './meter.ts'
import { addEnergy, know, minuteOf, overMinutes } from './minutes.ts'
import { pointsOf } from './points.ts'
import { type Movement, movementsOf, registerAt } from './register.ts'
import { gapsBetween } from './spans.ts'
import { blankSteps, ESTIMATED, MEASURED, type Steps } from './steps.ts'
import { oddity, tellCurrents, tellMarks, tellPowers } from './tell.ts'

/** A register that stands still while powers come to more than this counts nothing at all. */
const DEAD_REGISTER_WH = 10

const QUARTER_MINUTES = 15

/**
 * The minutes of a meter, from a full quarter of an hour on.
 *
 * Energy is what the register moved: at the bounds of a minute it is read in whole Wh, had it moved evenly between two
 * values (or as the powers in between, where registers are told seldom), so minutes, and all that is made of them, add
 * up to the register's movement. Where there is no register, the power is summed up and rounded quarter by quarter.
 * With neither, a connector that has no transaction is known to draw nothing as long as its station is connected.
 * @param now nothing is missed before it can have been told
 */
export function rollUp(meter: Meter, from: Instant, minutes: number, now: Instant): Steps {
  const until = from + minutes * MINUTE
  const steps = blankSteps(from, MINUTE, minutes)
  const gapMs = gapOf(meter.usualMs)
  const points = pointsOf(meter)
  const lines = linesOf(points, gapMs, powerAt)

  const moved: Movement[] = []
  for (const movement of movementsOf(points)) {
    if (movement.until < from || movement.from >= until) continue
    if (pourMovement(steps, movement, lines, gapMs)) moved.push(movement)
  }
  pourPower(steps, lines, gapsBetween(moved, from, until))
  const idle = gapsBetween([...moved, ...lines], from, until).flatMap((hole) =>
    idleSpans(meter, points, hole, now),
  )
  for (const span of idle)
    overMinutes(steps, span, (at, start, end) => know(steps, at, end - start))

  const still = moved.filter((span) => span.fromWh === span.untilWh && isLong(span, gapMs))
  tellPowers(steps, points)
  tellCurrents(steps, points, gapMs, [...idle, ...still])
  tellMarks(steps, points, meter, now - gapMs)
  return steps
}

/** Pours the register's movement into the minutes. @returns false where it can't be believed */
function pourMovement(
  steps: Steps,
  movement: Movement,
  lines: readonly Line[],
  gapMs: number,
): boolean {
  const { from, until, fromWh, untilWh } = movement
  const movedWh = untilWh - fromWh
  if (from === until) {
    // Two registers of one moment: what lies between was charged then.
    const minute = minuteOf(steps, from)
    if (minute !== null) addEnergy(steps, minute, movedWh)
    return true
  }
  let readAt = (at: Instant): number => registerAt(movement, at)
  let flags = oddity(movement) | (movement.measured ? MEASURED : 0)
  if (isLong(movement, gapMs)) {
    const curve = areaCurve(lines, from, until)
    const summedWh = curve?.(until) ?? 0
    if (movedWh === 0 && summedWh > DEAD_REGISTER_WH) return false
    if (movedWh > 0 && curve !== null && summedWh > 0)
      readAt = (at) => Math.round(fromWh + (movedWh * curve(at)) / summedWh)
    else if (movedWh > 0) flags |= ESTIMATED
  }
  overMinutes(steps, movement, (at, start, end) => {
    addEnergy(steps, at, readAt(end) - readAt(start))
    know(steps, at, end - start, flags)
  })
  return true
}

function isLong({ from, until }: Span, gapMs: number): boolean {
  return until - from > gapMs
}

/** Sums the power up where no register tells. */
function pourPower(steps: Steps, lines: readonly Line[], holes: readonly Span[]): void {
  const summedWh = new Float64Array(steps.count)
  for (const hole of holes)
    for (const line of lines) {
      if (line.until <= hole.from || line.from >= hole.until) continue
      const span = { from: Math.max(line.from, hole.from), until: Math.min(line.until, hole.until) }
      overMinutes(steps, span, (at, start, end) => {
        summedWh[at] = (summedWh[at] ?? 0) + areaUnder(line, start, end)
        know(steps, at, end - start, oddity(line) | MEASURED)
      })
    }
  let sum = 0
  for (let at = 0; at < steps.count; at += 1) {
    // Rounded as it adds up within the quarter, so that small powers aren't lost minute by minute.
    if (at % QUARTER_MINUTES === 0) sum = 0
    const next = sum + (summedWh[at] ?? 0)
    addEnergy(steps, at, Math.round(next) - Math.round(sum))
    sum = next
  }
}
