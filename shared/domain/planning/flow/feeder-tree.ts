import type { FeederLimit } from '../problem.ts'

/**
 * The feeders that have a limit in W, by index; the site itself is 0. A feeder without one can't be full, so what hangs
 * on it counts as hanging on the next one above.
 */
export interface FeederTree {
  /** The site's is empty. */
  readonly ids: readonly string[]
  /** Index of the feeder each hangs on, always a lower one; -1 for the site. */
  readonly parent: Int32Array
  readonly children: readonly (readonly number[])[]
  /** W in each slot, by index; the site's stands elsewhere and is null here. */
  readonly limitW: readonly (readonly number[] | null)[]
  /** Where what hangs on a feeder counts, by the feeder's id. */
  readonly indexById: ReadonlyMap<string, number>
}

/** @throws for a feeder that hangs on one that isn't there, or on itself */
export function feederTree(feeders: readonly FeederLimit[]): FeederTree {
  const byId = new Map(feeders.map((feeder) => [feeder.id, feeder]))
  const ids = ['']
  const parent = [-1]
  const children: number[][] = [[]]
  const limitW: (readonly number[] | null)[] = [null]
  const indexById = new Map<string, number>()

  const indexOf = (id: string | null, above: number): number => {
    if (id === null) return 0
    const known = indexById.get(id)
    if (known !== undefined) return known
    const feeder = byId.get(id)
    if (feeder === undefined) throw new Error(`There is no feeder ${id}`)
    if (above > feeders.length) throw new Error(`Feeder ${id} hangs on itself`)
    const upper = indexOf(feeder.parentId, above + 1)
    if (feeder.limitW === null) {
      indexById.set(id, upper)
      return upper
    }
    const index = ids.push(id) - 1
    parent.push(upper)
    children.push([])
    children[upper]?.push(index)
    limitW.push(feeder.limitW)
    indexById.set(id, index)
    return index
  }
  for (const { id } of feeders) indexOf(id, 0)
  return {
    ids,
    parent: Int32Array.from(parent),
    children,
    limitW,
    indexById,
  }
}

/** @throws for a feeder that isn't there */
export function feederIndex(tree: FeederTree, feederId: string | null): number {
  if (feederId === null) return 0
  const index = tree.indexById.get(feederId)
  if (index === undefined) throw new Error(`There is no feeder ${feederId}`)
  return index
}
