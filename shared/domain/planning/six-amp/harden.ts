import { add, at, whole } from '../cells.ts'
import { isOver } from '../phase/caps.ts'
import { drawOn, loadsOf } from '../phase/fuses.ts'
import { eachCell } from '../phase/stays.ts'
import { type Cars } from './cars.ts'
import type { Choice } from './choice.ts'
import { layAnew } from './descent.ts'
import type { Laid } from './standing.ts'

/**
 * Brings everything under its limit. Who draws more than the minimum where a limit is exceeded gives of that, those that
 * go last first and in equal parts; where that isn't enough, cars are laid anew beside the rest, the last first again.
 * What they miss by it they may get back elsewhere.
 */
export function harden(cars: Cars, laid: Laid, order: Int32Array, choice: Choice): void {
  const { fuses, stays } = cars
  if (!isOver({ fuses, loads: laid.loads }, NOISE)) return
  for (const rank of [...new Set(cars.rank)].sort((one, other) => other - one)) {
    trim(cars, laid, rank)
    laid.loads.set(loadsOf(stays, fuses, laid.means))
  }
  for (const s of order.toReversed()) {
    if (!drawsWhereOver(cars, laid, s)) continue
    layAnew(cars, laid, s, choice)
  }
  laid.loads.set(loadsOf(stays, fuses, laid.means))
}

/** A load may lie above its limit by so much of it: that is the arithmetic's. */
const NOISE = 1e-12

function drawsWhereOver({ fuses, stays }: Cars, { means, loads }: Laid, s: number): boolean {
  let over = false
  eachCell(stays, s, (cell, slot) => {
    if (at(means, cell) <= 0) return
    for (let p = whole(fuses.path, s); p < whole(fuses.path, s + 1); p += 1) {
      const place = whole(fuses.onto, p) * fuses.slots + slot
      if (at(loads, place) > at(fuses.capW, place) * (1 + NOISE)) over = true
    }
  })
  return over
}

function trim(cars: Cars, { means, loads }: Laid, rank: number): void {
  const { fuses, stays, leastW } = cars
  const spare = new Float64Array(loads.length)
  const above = (s: number, cell: number): number =>
    Math.max(0, at(means, cell) - at(leastW, s) * at(stays.share, cell))
  for (let s = 0; s < stays.count; s += 1) {
    if (whole(cars.rank, s) !== rank) continue
    eachCell(stays, s, (cell, slot) => drawOn(fuses, spare, s, slot, above(s, cell)))
  }
  const keep = spare.map((here, place) => {
    const over = at(loads, place) - at(fuses.capW, place)
    return over > 0 && here > 0 ? Math.max(0, 1 - (over * (1 + NOISE)) / here) : 1
  })
  for (let s = 0; s < stays.count; s += 1) {
    if (whole(cars.rank, s) !== rank) continue
    eachCell(stays, s, (cell, slot) => {
      let kept = 1
      for (let p = whole(fuses.path, s); p < whole(fuses.path, s + 1); p += 1)
        kept = Math.min(kept, at(keep, whole(fuses.onto, p) * fuses.slots + slot))
      if (kept < 1) add(means, cell, (kept - 1) * above(s, cell))
    })
  }
}
