import { HOUR, MINUTE, type Instant } from '../../time/instant.ts'
import type { Bill } from '../bill/bill.ts'
import { minimumChargeMinor } from '../money/currency.ts'
import type { Payment, PaymentState } from './payment.ts'

export type CaptureRefusal =
  | { readonly code: 'notHeld'; readonly state: PaymentState }
  | { readonly code: 'aboveHeld'; readonly heldMinor: number }

/** Why an amount of what is held may not be taken; null where it may. */
export function captureRefusal(payment: Payment, amountMinor: number): CaptureRefusal | null {
  if (payment.state !== 'held') return { code: 'notHeld', state: payment.state }
  if (amountMinor > payment.amountMinor)
    return { code: 'aboveHeld', heldMinor: payment.amountMinor }
  return null
}

/** How long before a bank lets a hold go what it is for is taken, whether the stay is over or not. */
export const CAPTURE_AHEAD_MS = 2 * HOUR

/** At the last a bank's clock may differ from ours. */
const CLOCKS_APART_MS = 5 * MINUTE

/** Whether a hold is about to be let go by the bank. */
export function isHoldEnding({ state, captureBefore }: Payment, now: Instant): boolean {
  return state === 'held' && captureBefore !== null && captureBefore - CAPTURE_AHEAD_MS <= now
}

/**
 * What of a hold that is about to end is taken while its stay goes on, minor units: what the stay has come to and
 * nobody has paid. Null while that is less than a card can be charged, or once it is too late.
 */
export function captureEarlyMinor(payment: Payment, bill: Bill, now: Instant): number | null {
  if (!isHoldEnding(payment, now) || bill.state !== 'running') return null
  if ((payment.captureBefore ?? 0) + CLOCKS_APART_MS < now) return null
  const owedMinor = Math.min(payment.amountMinor, bill.inclMinor - bill.paidMinor)
  return owedMinor >= (minimumChargeMinor(bill.currency) ?? 1) ? owedMinor : null
}
