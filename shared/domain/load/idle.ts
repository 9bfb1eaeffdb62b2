import type { Instant } from '../../time/instant.ts'
import type { Meter, Span } from './meter.ts'
import { type Point, stamp } from './points.ts'
import { gapsBetween, partsWithin } from './spans.ts'

/**
 * When, of a stretch that no value tells of, the connector is known to draw nothing: it has no transaction, and its
 * station is connected and would have told of one. Not after a power that nothing has ended: who tells powers without
 * transactions may go on charging.
 */
export function idleSpans(
  { transactions, online }: Pick<Meter, 'transactions' | 'online'>,
  points: readonly Point[],
  hole: Span,
  now: Instant,
): Span[] {
  const charging = transactions.map((transaction) => {
    const { startedAt, startReceivedAt, stoppedAt, stopReceivedAt } = transaction
    const { at: from } = stamp(startedAt, startReceivedAt)
    if (stoppedAt === null) return { from, until: Infinity }
    return { from, until: stamp(stoppedAt, stopReceivedAt ?? stoppedAt).at }
  })
  const until = Math.min(hole.until, now)
  if (until <= hole.from) return []
  const busy = [...charging, ...drawingSpans(points, hole)]
  return gapsBetween(busy, hole.from, until).flatMap((free) => partsWithin(online, free))
}

/** When the last that was told is a power that something drew. */
function drawingSpans(points: readonly Point[], { from, until }: Span): Span[] {
  const spans: Span[] = []
  const first = Math.max(
    0,
    points.findLastIndex((point) => point.at <= from),
  )
  for (let index = first; index < points.length; index += 1) {
    const point = points[index]
    if (point === undefined || point.at >= until) break
    const next = points[index + 1]?.at ?? Infinity
    if ((point.powerW ?? 0) > 0) spans.push({ from: point.at, until: next })
  }
  return spans
}
