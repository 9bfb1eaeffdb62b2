import { MINUTE, type Instant } from '../../time/instant.ts'

/** When a desk locks by itself, unless somebody does something at it; null: never. */
export function locksAt(activeAt: Instant, lockAfterMin: number): Instant | null {
  return lockAfterMin === 0 ? null : activeAt + lockAfterMin * MINUTE
}

/** Whether that time has come. */
export function isIdle(activeAt: Instant, lockAfterMin: number, now: Instant): boolean {
  const at = locksAt(activeAt, lockAfterMin)
  return at !== null && now >= at
}
