import { at, whole } from '../cells.ts'
import { keepCaps } from './caps.ts'
import { sweep, type Descent } from './descent.ts'
import { loadsOf } from './fuses.ts'
import { descend } from './peak.ts'
import { lastOf } from './ranks.ts'
import { drawnWm } from './stays.ts'

/** How many e-folds a price falls while its session fills. */
const FALLS = 1
/** A settled session may lose this share of what it had to the arithmetic. */
const LOST = 1e-4
const SOFT = 160
const SHARP = 164_000
const SWEEPS = 12

/**
 * Shares out what the limits allow, one rank after the other: every session of the rank bids for room, the less the
 * more of its need it has, so that the parts come out alike; what earlier ranks have got is not for sale. The means
 * that are left keep every limit.
 * @param ranks 0 goes first
 */
export function shareOut(descent: Descent, ranks: Int32Array): void {
  const { stays, fuses, needWm, means, loads } = descent
  const last = lastOf(ranks)
  const settledWm = new Float64Array(needWm.length)
  means.fill(0)
  for (let rank = 0; rank <= last; rank++) {
    const wantedWm = needWm.map((most, s) => {
      const own = whole(ranks, s)
      return own === rank ? most : own < rank ? at(settledWm, s) : 0
    })
    const trial = { ...descent, needWm: wantedWm }
    const before = Float64Array.from(means)
    loads.set(loadsOf(stays, fuses, means))
    const { infeasible } = descend(trial, { provenPeakW: 0, anyThatFits: true })
    if (infeasible || keepCaps(trial, ranks)) {
      const optionalWm = wantedWm.map((wanted, s) => (whole(ranks, s) === rank ? wanted : 0))
      bid(trial, ranks, optionalWm)
    }
    if (settledWm.some((got, s) => drawnWm(stays, means, s) < got * (1 - LOST))) {
      // Nobody loses to a later rank: that one gets what is left as the others stand.
      means.set(before)
      loads.set(loadsOf(stays, fuses, means))
      keepCaps(trial, ranks)
    }
    for (let s = 0; s < needWm.length; s++) settledWm[s] = drawnWm(stays, means, s)
  }
}

function bid(descent: Descent, ranks: Int32Array, optionalWm: Float64Array): void {
  const { fuses, lift, needWm } = descent
  const order = Int32Array.from(needWm.keys()).filter((s) => at(needWm, s) > 0)
  const measure = measureOf(descent)
  for (let place = 0; place < lift.length; place++) lift[place] = measure - at(fuses.capW, place)
  for (let sharp = SOFT; sharp <= SHARP; sharp *= 4) {
    const steepness = sharp / measure
    const fall = FALLS / steepness
    const worth = { optionalWm, ceiling: measure + fall, fall }
    for (let round = 0; round < SWEEPS; round++) sweep(descent, steepness, order, worth)
  }
  keepCaps(descent, ranks)
}

/** What the loads are measured by: the highest limit, or what all together could draw where that is less. */
function measureOf({ stays, fuses, needWm }: Descent): number {
  const could = needWm.reduce(
    (sum, wanted, s) => (wanted > 0 ? sum + 3 * at(stays.maxW, s) : sum),
    1,
  )
  const base = fuses.baseW.reduce((one, other) => Math.max(one, other), 0)
  const cap = fuses.capW.reduce((one, other) => (other < Infinity ? Math.max(one, other) : one), 1)
  return Math.min(cap, base + could)
}
