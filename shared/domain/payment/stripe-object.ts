import { z } from 'zod'

// What is read of Stripe's objects, under Stripe's own names; all else of them is left alone. Times are epoch seconds.

const metadata = z.record(z.string(), z.string())
const expandable = z.union([z.string(), z.object({ id: z.string() })]).nullable()

/** A row of Stripe's own books (BalanceTransaction); amounts are in its currency, which may be another. */
export const stripeBalanceTransaction = z.object({
  id: z.string(),
  amount: z.int(),
  created: z.int(),
  currency: z.string(),
  fee: z.int(),
  net: z.int(),
  source: expandable,
  type: z.string(),
})
export type StripeBalanceTransaction = z.infer<typeof stripeBalanceTransaction>

const cardDetails = z.object({
  brand: z.string().nullish(),
  last4: z.string().nullish(),
  capture_before: z.int().nullish(),
  wallet: z.object({ type: z.string() }).nullish(),
})

/** An attempt to move money (Charge). */
export const stripeCharge = z.object({
  id: z.string(),
  created: z.int(),
  disputed: z.boolean(),
  payment_intent: expandable,
  balance_transaction: z.union([z.string(), stripeBalanceTransaction]).nullable(),
  payment_method_details: z
    .object({ type: z.string(), card: cardDetails.nullish(), card_present: cardDetails.nullish() })
    .nullable(),
})
export type StripeCharge = z.infer<typeof stripeCharge>

/** A wish to be paid (PaymentIntent). */
export const stripeIntent = z.object({
  id: z.string(),
  amount: z.int(),
  amount_capturable: z.int(),
  amount_received: z.int(),
  cancellation_reason: z.string().nullable(),
  created: z.int(),
  currency: z.string(),
  last_payment_error: z
    .object({
      code: z.string().optional(),
      decline_code: z.string().optional(),
      message: z.string().optional(),
    })
    .nullable(),
  latest_charge: z.union([z.string(), stripeCharge]).nullable(),
  livemode: z.boolean(),
  metadata,
  next_action: z
    .object({
      type: z.string(),
      swish_handle_redirect_or_display_qr_code: z
        .object({
          hosted_instructions_url: z.string(),
          qr_code: z.object({ data: z.string() }),
        })
        .optional(),
    })
    .nullable(),
  status: z.enum([
    'canceled',
    'processing',
    'requires_action',
    'requires_capture',
    'requires_confirmation',
    'requires_payment_method',
    'succeeded',
  ]),
})
export type StripeIntent = z.infer<typeof stripeIntent>

/** A page to pay on (Checkout Session). */
export const stripeSession = z.object({
  id: z.string(),
  client_reference_id: z.string().nullable(),
  created: z.int(),
  expires_at: z.int(),
  livemode: z.boolean(),
  metadata: metadata.nullable(),
  payment_intent: z.union([z.string(), stripeIntent]).nullable(),
  payment_status: z.enum(['no_payment_required', 'paid', 'unpaid']),
  status: z.enum(['complete', 'expired', 'open']).nullable(),
  url: z.string().nullable(),
})
export type StripeSession = z.infer<typeof stripeSession>

/** Money given back (Refund). */
export const stripeRefund = z.object({
  id: z.string(),
  amount: z.int(),
  balance_transaction: expandable,
  charge: expandable,
  created: z.int(),
  currency: z.string(),
  failure_reason: z.string().optional(),
  metadata: metadata.nullable(),
  payment_intent: expandable,
  reason: z.string().nullable(),
  status: z.string().nullable(),
})
export type StripeRefund = z.infer<typeof stripeRefund>

/** A payment that the cardholder's bank wants back (Dispute). */
export const stripeDispute = z.object({
  id: z.string(),
  amount: z.int(),
  balance_transactions: z.array(stripeBalanceTransaction),
  charge: expandable,
  created: z.int(),
  currency: z.string(),
  evidence_details: z.object({ due_by: z.int().nullable() }),
  is_charge_refundable: z.boolean(),
  livemode: z.boolean(),
  payment_intent: expandable,
  reason: z.string(),
  status: z.string(),
})
export type StripeDispute = z.infer<typeof stripeDispute>

/** A card reader (Terminal Reader) and what it is doing. */
export const stripeReader = z.object({
  id: z.string(),
  action: z
    .object({
      type: z.string(),
      status: z.enum(['failed', 'in_progress', 'succeeded']),
      failure_code: z.string().nullable(),
      failure_message: z.string().nullable(),
      process_payment_intent: z.object({ payment_intent: expandable }).optional(),
    })
    .nullable(),
  device_type: z.string(),
  label: z.string(),
  livemode: z.boolean(),
  location: expandable,
  serial_number: z.string(),
  status: z.enum(['offline', 'online']).nullable(),
})
export type StripeReader = z.infer<typeof stripeReader>

/** Money that Stripe sends to the bank (Payout). */
export const stripePayout = z.object({
  id: z.string(),
  amount: z.int(),
  arrival_date: z.int(),
  automatic: z.boolean(),
  created: z.int(),
  currency: z.string(),
  livemode: z.boolean(),
  reconciliation_status: z.string(),
  status: z.string(),
})
export type StripePayout = z.infer<typeof stripePayout>

/** Something that happened at Stripe (Event); its object is fetched anew, so only its id is read. */
export const stripeEvent = z.object({
  id: z.string(),
  created: z.int(),
  livemode: z.boolean(),
  type: z.string(),
  data: z.object({
    object: z.object({
      id: z.string(),
      object: z.string(),
      metadata: metadata.nullish(),
      payment_intent: expandable.optional(),
      charge: expandable.optional(),
    }),
  }),
})
export type StripeEvent = z.infer<typeof stripeEvent>

/** The id of what may have come as an id alone or whole. */
export function idOf(value: string | { readonly id: string } | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null)
}
