import type { Instant } from '../../time/instant.ts'
import type { Span } from './meter.ts'

/** What of a stretch of time is in none of the spans, in order. The spans come in any order and may overlap. */
export function gapsBetween(spans: readonly Span[], from: Instant, until: Instant): Span[] {
  const gaps: Span[] = []
  let reached = from
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    if (span.from > reached) gaps.push({ from: reached, until: Math.min(span.from, until) })
    reached = Math.max(reached, span.until)
    if (reached >= until) break
  }
  if (reached < until) gaps.push({ from: reached, until })
  return gaps.filter((gap) => gap.until > gap.from)
}

/** What of a stretch of time is in at least one of the spans, in order. */
export function partsWithin(spans: readonly Span[], { from, until }: Span): Span[] {
  const outside = gapsBetween(spans, from, until)
  return gapsBetween(outside, from, until)
}
