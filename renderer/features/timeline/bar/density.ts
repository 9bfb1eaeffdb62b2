import type { Instant } from '../../../../shared/time/instant.ts'
import type { BarFamily, BarModel } from './bar.ts'
import type { Lane } from './lanes.ts'
import { layerX } from '../axis/time-window.ts'
import type { TimeWindow } from '../axis/time-window.ts'

/** A bar where it lies on its layer, px. */
export interface LaidBar {
  readonly kind: 'bar'
  readonly bar: BarModel
  readonly lane: Lane
  readonly x: number
  readonly width: number
}

/** Bars too small and too close to tell apart, drawn as one. */
export interface Block {
  readonly kind: 'block'
  readonly key: string
  readonly x: number
  readonly width: number
  readonly count: number
  /** The family that most of them have. */
  readonly family: BarFamily
  readonly from: Instant
  readonly until: Instant
}

/** More bars than this on screen are merged where they are small. */
export const MERGE_ABOVE = 700

/** Bars wider than this can be told apart, px. */
const SMALL_PX = 36
/** What lies this close to its neighbour merges with it, px. */
const CLOSE_PX = 3
/** A bar is never narrower, or nobody could hit it, px. */
const NARROWEST_PX = 6

/** Where a bar lies on the layer of a window. */
export function layBar(bar: BarModel, lane: Lane, window: TimeWindow): LaidBar {
  const x = layerX(window, bar.from)
  const width = Math.max(NARROWEST_PX, layerX(window, bar.until) - x)
  return { kind: 'bar', bar, lane, x, width }
}

/** The bars of a row, runs of two or more small ones merged into blocks. `laid` must be in order of `x`. */
export function merged(laid: readonly LaidBar[]): (LaidBar | Block)[] {
  const out: (LaidBar | Block)[] = []
  let run: LaidBar[] = []
  let end = -Infinity
  const close = () => {
    out.push(...(run.length > 1 ? [blockOf(run)] : run))
    run = []
  }
  for (const next of laid) {
    const small = next.width <= SMALL_PX
    const right = next.x + next.width
    if (!small || next.x - end > CLOSE_PX) close()
    if (small) run.push(next)
    else out.push(next)
    end = run.length > 1 ? Math.max(end, right) : right
  }
  close()
  return out
}

function blockOf(run: readonly LaidBar[]): Block {
  const x = Math.min(...run.map((laid) => laid.x))
  const right = Math.max(...run.map((laid) => laid.x + laid.width))
  return {
    kind: 'block',
    key: `block:${run[0]?.bar.id}`,
    x,
    width: right - x,
    count: run.length,
    family: commonest(run.map(({ bar }) => bar.family)),
    from: Math.min(...run.map(({ bar }) => bar.from)),
    until: Math.max(...run.map(({ bar }) => bar.until)),
  }
}

function commonest(families: readonly BarFamily[]): BarFamily {
  const counts = new Map<BarFamily, number>()
  for (const family of families) counts.set(family, (counts.get(family) ?? 0) + 1)
  const [first = ['booked' as const, 0]] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first[0]
}
