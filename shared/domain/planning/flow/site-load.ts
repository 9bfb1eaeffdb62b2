import { at } from '../cells.ts'
import type { Network } from './network.ts'

/** What the site draws slot by slot from `from` up to `until`, W, the base load included. */
export function siteLoadW(network: Network, from: number, until: number): Float64Array {
  const { loadWm, baseW, minutes } = network
  const loadW = new Float64Array(Math.max(0, until - from))
  for (let slot = from; slot < until; slot += 1) {
    const wide = at(minutes, slot)
    loadW[slot - from] = at(baseW, slot) + (wide > 0 ? at(loadWm, slot) / wide : 0)
  }
  return loadW
}

/** The highest that the site draws over the slots from `from` up to `until`, W, the base load included. */
export function peakW({ loadWm, baseW, minutes }: Network, from: number, until: number): number {
  let highest = 0
  for (let slot = from; slot < until; slot += 1) {
    const wide = at(minutes, slot)
    const loadW = at(baseW, slot) + (wide > 0 ? at(loadWm, slot) / wide : 0)
    if (loadW > highest) highest = loadW
  }
  return highest
}
