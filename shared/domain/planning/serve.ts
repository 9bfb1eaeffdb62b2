import { hungry } from './flow/lay.ts'
import type { Network } from './flow/network.ts'
import { pushAll } from './flow/push.ts'
import { shareOut } from './shortfall.ts'

/** Serves all as far as it goes, by moving others where that helps. */
export function serveAll(network: Network, indices: readonly number[]): void {
  const sources = hungry(network, indices)
  if (sources.length === 0) return
  pushAll(network, { sources, ceilingWm: network.limitWm, part: 0 })
  if (hungry(network, indices).length > 0) shareOut(network, indices)
}
