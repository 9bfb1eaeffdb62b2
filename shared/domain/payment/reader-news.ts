import type { Instant } from '../../time/instant.ts'
import type { Payment } from './payment.ts'
import type { Reader } from './stripe-account.ts'
import { idOf, type StripeReader } from './stripe-object.ts'

/** A card reader as it now is. */
export function readerOf(told: StripeReader, now: Instant): Reader {
  return {
    id: told.id,
    label: told.label,
    deviceType: told.device_type,
    serialNumber: told.serial_number,
    locationId: idOf(told.location),
    status: told.status,
    busyWith: told.action?.status === 'in_progress' ? intentOn(told) : null,
    livemode: told.livemode,
    seenAt: now,
  }
}

/** The payment intent that a reader is or was last processing. */
export function intentOn({ action }: StripeReader): string | null {
  return idOf(action?.process_payment_intent?.payment_intent)
}

/**
 * What a reader's failed action changes in the payment that it was to take: it failed, so that the desk may try again
 * with another. Null while it goes on, when it is another's, and when money has moved already.
 */
export function readerFailure(
  payment: Payment,
  reader: StripeReader,
  now: Instant,
): Partial<Payment> | null {
  const { action } = reader
  if (action?.type !== 'process_payment_intent' || action.status !== 'failed') return null
  if (payment.state !== 'open' || payment.stripePaymentIntentId === null) return null
  if (intentOn(reader) !== payment.stripePaymentIntentId) return null
  return {
    state: 'failed',
    failureCode: action.failure_code ?? payment.failureCode,
    failureMessage: action.failure_message ?? payment.failureMessage,
    updatedAt: now,
  }
}
