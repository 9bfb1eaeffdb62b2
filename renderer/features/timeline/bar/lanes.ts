import type { Instant } from '../../../../shared/time/instant.ts'

/** A stretch of time that takes up room on a row. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** Which of a row's lanes a bar lies in, and how many lanes it shares the row with where it lies. */
export interface Lane {
  readonly lane: number
  readonly of: number
}

/** The lane of a bar that nothing overlaps. */
export const ONLY_LANE: Lane = { lane: 0, of: 1 }

/**
 * A lane for each span, in the order given (which must be by `from`). Bars that touch share a lane; those that overlap
 * don't. All bars of one cluster are told the same count, so that they are of one height.
 */
export function lanesOf(spans: readonly Span[]): Lane[] {
  const lanes: Lane[] = []
  let ends: Instant[] = []
  let cluster: number[] = []
  let clusterEnd = -Infinity
  const close = () => {
    const of = ends.length
    if (of > 1) for (const lane of cluster) lanes.push({ lane, of })
    else for (const _ of cluster) lanes.push(ONLY_LANE)
    ends = []
    cluster = []
  }
  for (const { from, until } of spans) {
    if (from >= clusterEnd) close()
    const free = ends.findIndex((end) => end <= from)
    const lane = free < 0 ? ends.length : free
    ends[lane] = until
    cluster.push(lane)
    clusterEnd = Math.max(clusterEnd, until)
  }
  close()
  return lanes
}

/** How many lanes a row needs: 1 when nothing overlaps or it is empty. */
export function laneCount(lanes: readonly Lane[]): number {
  return lanes.reduce((most, { of }) => Math.max(most, of), 1)
}
