import { DAY, type Instant, MINUTE } from '../../time/instant.ts'

/** So many lines apart by the same time in a row are steps of their own, not lines with gaps between them. */
const STEADY_LINES = 4

const LONGEST_MS = DAY

/**
 * How long the value of each line holds, ms, where only the starts are told (in order, each after the one before). It
 * is the time to the next line where the lines come steadily, and otherwise what most lines of the file have, so that a
 * line left out leaves a gap. A single line holds for an hour.
 */
export function lengthsOf(starts: readonly Instant[]): number[] {
  const apart = starts.slice(1).map((start, index) => start - (starts[index] ?? start))
  const usual = mostCommon(apart) ?? 60 * MINUTE
  const lengths: number[] = []
  for (let index = 0; index < apart.length;) {
    const ms = apart[index] ?? usual
    let end = index + 1
    while (end < apart.length && apart[end] === ms) end += 1
    const steady = ms === usual || (end - index >= STEADY_LINES - 1 && ms <= LONGEST_MS)
    for (; index < end; index += 1) lengths.push(steady ? ms : Math.min(ms, usual))
  }
  // Nothing comes after the last line; it is as long as the one before.
  return starts.length === 0 ? [] : [...lengths, lengths.at(-1) ?? usual]
}

function mostCommon(lengths: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const ms of lengths) if (ms <= LONGEST_MS) counts.set(ms, (counts.get(ms) ?? 0) + 1)
  const [first] = [...counts].toSorted(
    ([oneMs, one], [otherMs, other]) => other - one || oneMs - otherMs,
  )
  return first?.[0]
}
