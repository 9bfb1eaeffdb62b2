import { at, whole } from '../cells.ts'
import { phaseBound } from './bound.ts'
import { isOver } from './caps.ts'
import { sweep, type Descent } from './descent.ts'
import { peakOf, type Fuses } from './fuses.ts'

/** How steep the smooth maximum is, in multiples of 1 / peak: from soft, where it moves far, to sharp. */
const SOFT = 20
const SHARP = 41_000
/** How often everybody answers at each steepness: few times first, which is mostly enough, then often. */
const SWEEPS = [4, 16, 64]
/** Enough for a thousand cars over a day, and for small sites to the end. */
const MOST_ANSWERS = 60e6
/** Closer to what is proven than this, as a share of it, is as good as there. */
export const CLOSE = 2e-4
/** This close is good enough not to begin again. */
const GOOD = 5e-3
/** By how many e-folds a limit outweighs the peak, so that what is soft on the way ends below it. */
const MARGIN = 3

/** How low the peak can be at all. */
export interface Proof {
  readonly provenPeakW: number
  /** The places that carry it. */
  readonly places: readonly number[]
  /** Whether it is proven that the need can't be met at all. */
  readonly infeasible: boolean
}

export interface Aim {
  /** A peak that nobody goes below, as far as is known. */
  readonly provenPeakW: number
  /** Whether any plan within the limits will do, however high its peak. */
  readonly anyThatFits?: boolean
  /** How much the peak gives way to the limits, as a share of it, so that nothing is left over them; nothing if not given. */
  readonly yields?: number
  /** How many answers for one cell and fuse may be given in all; what is not decided by then stays so. */
  readonly mostAnswers?: number
}

/** Lowers the peak until it is as low as proven, or what is wanted is proven to be too much. */
export function descend(descent: Descent, aim: Aim): Proof {
  const { fuses, loads } = descent
  const order = orderOf(descent)
  const perSweep = answersOf(descent)
  const mostW = highest(fuses, fuses.capW)
  const { yields = 0 } = aim
  let proven = Math.max(aim.provenPeakW, highest(fuses, fuses.baseW))
  let places: readonly number[] = []
  let answers = 0
  const there = (close: number): boolean =>
    (aim.anyThatFits === true && !isOver(descent)) ||
    (peakOf(fuses, loads) <= proven * (1 + yields + close) &&
      !isOver(descent, yields > 0 ? 0 : CLOSE))
  for (const sweeps of SWEEPS) {
    for (let sharp = SOFT; sharp <= SHARP; sharp *= 2) {
      answers += sweeps * perSweep
      if (answers > (aim.mostAnswers ?? MOST_ANSWERS))
        return { provenPeakW: proven, places, infeasible: false }
      const steepness = sharp / Math.max(peakOf(fuses, loads), proven, 1)
      const heldW = proven * (1 + yields)
      liftTo(descent, heldW, MARGIN / steepness)
      for (let round = 0; round < sweeps; round++) sweep(descent, steepness, order)
      const bound = phaseBound(descent, steepness, (place) => isHard(fuses, place, heldW))
      if (bound.peakW > proven || places.length === 0) places = bound.places
      if (bound.peakW > mostW * (1 + 1e-6)) return { provenPeakW: proven, places, infeasible: true }
      proven = Math.max(proven, bound.peakW)
      if (there(CLOSE)) return { provenPeakW: proven, places, infeasible: false }
    }
    if (there(GOOD)) break
  }
  return { provenPeakW: proven, places, infeasible: false }
}

/** How many cells and fuses are looked at in a sweep. */
function answersOf({ stays, fuses }: Descent): number {
  let answers = 0
  for (let s = 0; s < stays.count; s++)
    answers +=
      (whole(stays.begin, s + 1) - whole(stays.begin, s)) *
      (whole(fuses.path, s + 1) - whole(fuses.path, s))
  return answers
}

/** The least flexible first: what they leave shows the others where to go. */
function orderOf({ stays, needWm }: Descent): Int32Array {
  const slackSlots = needWm.map((wanted, s) => {
    const cells = whole(stays.begin, s + 1) - whole(stays.begin, s)
    return cells - wanted / Math.max(at(stays.maxW, s) * at(stays.minutes, stays.slots - 1), 1)
  })
  return Int32Array.from(needWm.keys()).sort(
    (one, other) => at(slackSlots, one) - at(slackSlots, other),
  )
}

/** Whether a place has to keep its limit, rather than the peak, when the peak is as high as that. */
function isHard({ list, slots, capW }: Fuses, place: number, peakW: number): boolean {
  return list[Math.floor(place / slots)]?.counts !== true || at(capW, place) <= peakW
}

/** Lifts the places with limits so that they are full when the others are as high as the peak. */
function liftTo({ fuses, lift }: Descent, peakW: number, marginW: number): void {
  for (let place = 0; place < lift.length; place++)
    lift[place] = isHard(fuses, place, peakW) ? peakW + marginW - at(fuses.capW, place) : 0
}

function highest({ list, slots }: Fuses, cells: Float64Array): number {
  let most = 0
  list.forEach(({ counts }, fuse) => {
    if (!counts) return
    for (let slot = 0; slot < slots; slot++) most = Math.max(most, at(cells, fuse * slots + slot))
  })
  return most
}
