import { add, at, whole } from '../cells.ts'
import { waterLevel } from '../water-level.ts'
import type { Descent } from './descent.ts'
import { drawOn, roomOf, type Fuses } from './fuses.ts'
import { lastOf, ofRank } from './ranks.ts'
import { drawnWm, eachCell } from './stays.ts'

/** Less energy than this, as a share of the need, isn't missed. */
export const CRUMB = 1e-6

/**
 * Brings every load under its limit: what is too much is taken from the last rank first, in equal parts, and given
 * back to the first rank first, where there is room or a later rank can make some. Returns whether anybody goes short
 * of its need by it.
 */
export function keepCaps(descent: Descent, ranks: Int32Array): boolean {
  trimAll(descent, ranks)
  const wanting = hungry(descent)
  if (wanting.length === 0) return false
  const last = lastOf(ranks)
  const ahead = { ...descent, loads: Float64Array.from(descent.fuses.baseW) }
  for (let rank = 0; rank <= last; rank++) {
    ofRank(ranks, rank, (s) =>
      eachCell(descent.stays, s, (cell, slot) =>
        drawOn(descent.fuses, ahead.loads, s, slot, at(descent.means, cell)),
      ),
    )
    for (const s of wanting.filter((one) => whole(ranks, one) === rank))
      refill(ahead, s, descent.loads)
  }
  trimAll(descent, ranks)
  const left = hungry(descent)
  for (let rank = 0; rank <= last; rank++)
    for (const s of left.filter((one) => whole(ranks, one) === rank)) refill(descent, s, null)
  return hungry(descent).length > 0
}

/** The sessions that lack something, those with the least of their need first. */
function hungry({ stays, needWm, means }: Descent): number[] {
  const shares = needWm.map((wanted, s) => (wanted > 0 ? drawnWm(stays, means, s) / wanted : 1))
  return Array.from(needWm.keys())
    .filter((s) => at(shares, s) < 1 - CRUMB)
    .sort((one, other) => at(shares, one) - at(shares, other))
}

function trimAll(descent: Descent, ranks: Int32Array): void {
  for (let rank = lastOf(ranks); rank >= 0 && isOver(descent); rank--) trim(descent, ranks, rank)
}

/** @param by so much above a limit, as a share of it, isn't over it */
export function isOver({ fuses, loads }: Pick<Descent, 'fuses' | 'loads'>, by = 0): boolean {
  return loads.some((load, place) => load > at(fuses.capW, place) * (1 + by))
}

/** Takes from the sessions of a rank, wherever a fuse bears too much, the same part of what each draws there. */
function trim({ stays, fuses, means, loads }: Descent, ranks: Int32Array, rank: number): void {
  const drawn = new Float64Array(loads.length)
  ofRank(ranks, rank, (s) =>
    eachCell(stays, s, (cell, slot) => drawOn(fuses, drawn, s, slot, at(means, cell))),
  )
  const keep = drawn.map((own, place) => {
    const over = at(loads, place) - at(fuses.capW, place)
    return over > 0 && own > 0 ? Math.max(0, 1 - (over * (1 + 1e-12)) / own) : 1
  })
  ofRank(ranks, rank, (s) =>
    eachCell(stays, s, (cell, slot) => {
      const mean = at(means, cell)
      const kept = mean * leastOf(fuses, keep, s, slot)
      if (kept === mean) return
      means[cell] = kept
      drawOn(fuses, loads, s, slot, kept - mean)
    }),
  )
}

function leastOf(fuses: Fuses, keep: Float64Array, s: number, slot: number): number {
  let least = 1
  for (let p = whole(fuses.path, s); p < whole(fuses.path, s + 1); p++)
    least = Math.min(least, at(keep, whole(fuses.onto, p) * fuses.slots + slot))
  return least
}

/** Room that no session fills, W. */
const PLENTY_W = 1e9

/**
 * Gives a session what it lacks where its fuses have room, first where there is most.
 * @param also loads that are to be kept up with it, if any
 */
function refill(descent: Descent, s: number, also: Float64Array | null): void {
  const { stays, fuses, needWm, means, loads, scratch } = descent
  const begin = whole(stays.begin, s)
  const shift = whole(stays.first, s) - begin
  const cells = whole(stays.begin, s + 1) - begin
  const roomsW = new Float64Array(cells)
  for (let place = 0; place < cells; place++) {
    const cell = begin + place
    const minutes = at(stays.minutes, cell + shift)
    const room = Math.min(PLENTY_W, Math.max(0, roomOf(fuses, loads, s, cell + shift)))
    const left = Math.max(0, at(stays.maxW, s) * at(stays.share, cell) - at(means, cell))
    roomsW[place] = Math.min(room, left)
    scratch.floorW[place] = -room
    scratch.minutes[place] = minutes
    scratch.roomWm[place] = at(roomsW, place) * minutes
  }
  scratch.count = cells
  const level = waterLevel(scratch, at(needWm, s) - drawnWm(stays, means, s))
  for (let place = 0; place < cells; place++) {
    const given = Math.min(at(roomsW, place), level - at(scratch.floorW, place))
    if (given <= 0) continue
    const cell = begin + place
    add(means, cell, given)
    drawOn(fuses, loads, s, cell + shift, given)
    if (also !== null) drawOn(fuses, also, s, cell + shift, given)
  }
}
