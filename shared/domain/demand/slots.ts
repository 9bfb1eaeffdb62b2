import { MINUTE, type Instant } from '../../time/instant.ts'

/** How long a slot of the plan is. */
export const SLOT_MS = 15 * MINUTE

/** An instant as a slot number counted from the epoch, parts of a slot included: slots are the same for everybody. */
export function slotAt(at: Instant): number {
  return at / SLOT_MS
}

/** When a slot begins. */
export function startOfSlot(slot: number): Instant {
  return slot * SLOT_MS
}
