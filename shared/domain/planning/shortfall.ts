import { at } from './cells.ts'
import { hungry } from './flow/lay.ts'
import type { Network } from './flow/network.ts'
import type { PlanSession } from './problem.ts'
import { pushAll } from './flow/push.ts'
import { excessWm, joinParts, reachedSession, setReachedApart } from './flow/search.ts'

/** Who goes before whom where there is too little, from 0: promises first, then by priority. */
export function rankOf({ promised, priority }: PlanSession): number {
  return (promised ? 0 : 3) + { high: 0, normal: 1, low: 2 }[priority]
}

/**
 * Shares out what there is, where there is too little for all. Every rank gets as much as it can without regard to
 * those after it, and none takes from one before. Within a rank the shares are as equal as they can be: nobody gets a
 * greater part of what it wants where that would cost somebody who gets a smaller one (max-min fair).
 */
export function shareOut(network: Network, which: readonly number[]): void {
  const { sessions, limitWm } = network
  const byRank = Map.groupBy(which, (session) => sessions.rank[session] ?? 0)
  const ranks = [...byRank].sort(([one], [other]) => one - other)
  // Whoever's turn has not come gives up what others want.
  for (const session of which) sessions.goalWm[session] = 0
  for (const [, members] of ranks) {
    for (const session of members) sessions.goalWm[session] = at(sessions.needWm, session)
    const sources = hungry(network, members)
    const push = { sources, ceilingWm: limitWm, part: 0 }
    pushAll(network, push)
    if (sources.some((source) => excessWm(network, push, source) > 0)) {
      equaliseShares(network, members)
    }
    for (const session of members) sessions.goalWm[session] = at(sessions.servedWm, session)
  }
  for (const session of which) sessions.goalWm[session] = at(sessions.needWm, session)
}

/**
 * The same by parts as `evenOut`, with sessions in the place of slots: all are brought to their common share, and
 * where that can't be done the smallest cut parts those that stay below it from those that stay above.
 */
function equaliseShares(network: Network, members: readonly number[]): void {
  const { sessions, limitWm } = network
  let parts = 0
  const open: { readonly part: number; readonly members: readonly number[] }[] = [
    { part: 0, members },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part } = next
    let servedWm = 0
    let needWm = 0
    for (const session of next.members) {
      servedWm += at(sessions.servedWm, session)
      needWm += at(sessions.needWm, session)
    }
    if (servedWm === needWm) continue
    const share = servedWm / needWm
    for (const session of next.members) {
      sessions.goalWm[session] = Math.floor(share * at(sessions.needWm, session))
    }
    const sources = next.members
      .filter((session) => at(sessions.servedWm, session) < at(sessions.goalWm, session))
      .map((session) => ~session)
    const push = { sources, ceilingWm: limitWm, part }
    pushAll(network, push)
    if (sources.every((source) => excessWm(network, push, source) <= 0)) continue
    parts += 1
    const below = next.members.filter((session) => reachedSession(network, session))
    const above = next.members.filter((session) => !reachedSession(network, session))
    if (above.length === 0) continue
    setReachedApart(network, parts)
    open.push({ part: parts, members: below }, { part, members: above })
  }
  joinParts(network)
}
