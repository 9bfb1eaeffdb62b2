import type { Id } from '../../../shared/domain/id/id.ts'
import type { PhaseRotation } from '../../../shared/domain/station/phase-rotation.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'

/** How the site hung together: what each station hung on and how its phases lay, and what each feeder hung on. */
export interface SiteTree {
  readonly stations: Readonly<Record<Id, readonly [feederId: Id | null, rotation: PhaseRotation]>>
  readonly feeders: Readonly<Record<Id, Id | null>>
}

/** The trees there have been, with the moment each holds from, in order. */
export type TreeHistory = readonly { readonly from: Instant; readonly tree: SiteTree }[]

/** Keeps the site's tree where it is another than it was; the history with it. */
export function keepTree(tx: Writes, known: TreeHistory): TreeHistory {
  const tree: SiteTree = {
    stations: Object.fromEntries(
      tx
        .sql('select id, feederId, phaseRotation from station order by id', [])
        .map(({ id, feederId, phaseRotation }) => [String(id), [feederId, phaseRotation]]),
    ) as SiteTree['stations'], // as the columns are typed
    feeders: Object.fromEntries(
      tx
        .sql('select id, parentId from feeder order by id', [])
        .map(({ id, parentId }) => [String(id), parentId]),
    ) as SiteTree['feeders'],
  }
  const text = JSON.stringify(tree)
  if (text === JSON.stringify(known.at(-1)?.tree)) return known
  tx.sql('insert or replace into siteTree ("from", tree) values (?, ?)', [tx.now, text])
  return [...known, { from: tx.now, tree }]
}

/** All trees that were kept. */
export function keptTrees(tx: Writes): TreeHistory {
  return tx
    .sql('select "from", tree from siteTree order by "from"', [])
    .map(({ from, tree }) => ({ from: Number(from), tree: JSON.parse(String(tree)) as SiteTree })) // written by `keepTree`
}

/** The tree as it was then; before the first, the first. */
export function treeAt(history: TreeHistory, at: Instant): SiteTree {
  const then = history.findLast(({ from }) => from <= at) ?? history[0]
  return then?.tree ?? { stations: {}, feeders: {} }
}

/** The feeders a station's load went through, the nearest first. */
export function feedersAbove({ stations, feeders }: SiteTree, stationId: Id): Id[] {
  const above: Id[] = []
  let feederId = stations[stationId]?.[0] ?? null
  // A feeder that hangs on itself somehow must not hold the hub.
  while (feederId !== null && !above.includes(feederId)) {
    above.push(feederId)
    feederId = feeders[feederId] ?? null
  }
  return above
}
