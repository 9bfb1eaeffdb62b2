import type { Instant } from '../../time/instant.ts'
import type { Register } from './registers.ts'
import type { Standing, StandingStep } from './standing.ts'

/** A stretch of time in which a car stands there in one way. */
export interface Stretch {
  readonly from: Instant
  readonly until: Instant
  readonly standing: Standing
  /** Thousandths of a Wh that it took meanwhile. */
  readonly milliWh: number
  /** Over all phases, 0.1 A. */
  readonly currentDa: number | null
}

/** What takes as much as this charges, whatever its charger says of it, W. */
const CHARGES_FROM_W = 300

/**
 * The time between registers, cut where the car begins to stand there in another way. What flowed between two registers
 * flowed evenly, and while the car could charge if it could in any part of that time.
 */
export function stretchesOf(
  registers: readonly Register[],
  steps: readonly StandingStep[],
): Stretch[] {
  const stretches: Stretch[] = []
  let next = 0
  let standing: Standing = 'charges'
  for (const [index, { at: until, wh, currentDa }] of registers.entries()) {
    const before = registers[index - 1]
    if (before === undefined) continue
    const milliWh = (wh - before.wh) * 1_000
    const between: StandingStep[] = []
    for (let step = steps[next]; step !== undefined && step.at <= before.at; step = steps[++next])
      standing = step.standing
    between.push({ at: before.at, standing })
    for (let step = steps[next]; step !== undefined && step.at < until; step = steps[++next]) {
      standing = step.standing
      between.push(step)
    }
    stretches.push(...shared(between, until, milliWh, currentDa))
  }
  return stretches
}

function shared(
  steps: readonly StandingStep[],
  until: Instant,
  milliWh: number,
  currentDa: number | null,
): Stretch[] {
  const parts = steps.map(({ at, standing }, index) => ({
    ...{ from: at, until: steps[index + 1]?.at ?? until, standing },
    ...{ milliWh: 0, currentDa },
  }))
  const mayCharge = parts.filter((part) => part.standing === 'charges')
  const takers = mayCharge.length > 0 ? mayCharge : parts
  const totalMs = takers.reduce((sum, { from, until: end }) => sum + (end - from), 0)
  const charges = mayCharge.length > 0 || milliWh * 3_600 >= CHARGES_FROM_W * totalMs
  let passedMs = 0
  let given = 0
  return parts.map((part): Stretch => {
    if (milliWh === 0 || !takers.includes(part)) return part
    passedMs += part.until - part.from
    // Each gets what is due up to its end less what was given, so that nothing is lost to rounding.
    const due = totalMs === 0 ? milliWh : Math.round((milliWh / totalMs) * passedMs)
    const own = (passedMs === totalMs ? milliWh : due) - given
    given += own
    return { ...part, milliWh: own, standing: charges ? 'charges' : part.standing }
  })
}
