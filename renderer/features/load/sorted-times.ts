import type { Instant } from '../../../shared/time/instant.ts'

/** The index of the last of `times`, which ascend, that is not after `at`; -1 when all are. */
export function lastNotAfter(times: readonly Instant[], at: Instant): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
