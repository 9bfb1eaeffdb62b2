import { SECOND } from '../../time/instant.ts'
import { ceilTo, minus, plus, sum, whole } from '../money/rational.ts'
import type { Tallies, Tally } from './tally.ts'

/** Thousandths of a Wh in one. */
const WH = 1_000

/**
 * A session's quantities as they are billed: rounded up to blocks of a step size once for energy, and once for time,
 * which is the parking where any of it had a price and else the charging. The step of the component that counted last
 * is taken for the whole quantity, and what it adds is priced by that one (OCPI 2.2.1-d2 and 2.3, mod_cdrs,
 * "step_size"). A reservation's time is rounded by itself. A step of 0 rounds nothing.
 */
export function withSteps(tallies: Tallies): Tallies {
  const parked = tallies.parking.length > 0
  return {
    ...tallies,
    energy: rounded(tallies.energy, WH),
    charging: parked ? tallies.charging : rounded(tallies.charging, SECOND),
    parking: rounded(tallies.parking, SECOND),
    reserved: rounded(tallies.reserved, SECOND),
  }
}

function rounded(tallies: readonly Tally[], unit: number): readonly Tally[] {
  const last = tallies.at(-1)
  if (last === undefined) return tallies
  const total = sum(tallies.map(({ quantity }) => quantity))
  const step = whole(last.rule.component.step_size * unit)
  const added = minus(ceilTo(total, step), total)
  return [...tallies.slice(0, -1), { ...last, quantity: plus(last.quantity, added) }]
}
