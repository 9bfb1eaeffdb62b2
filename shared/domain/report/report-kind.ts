import { z } from 'zod'

/**
 * What a report tells: `billing` one row for each time that a bill was entered in the ledger or corrected in it;
 * `sessions` one for each charging transaction; `payments` one for each payment taken and one below zero for each
 * refund; `refunds` the latter alone; `vat` the tax of each rate; `payouts` what Stripe sent to the bank; `utilisation`
 * a connector's day; `energyPerVehicle` and `co2` what was charged by whom, and what that emitted.
 */
export const reportKind = z.enum([
  'billing',
  'sessions',
  'payments',
  'refunds',
  'vat',
  'payouts',
  'utilisation',
  'energyPerVehicle',
  'co2',
])
export type ReportKind = z.infer<typeof reportKind>

/**
 * Kinds that go by when something happened, of which more may be told later, such as by a charger that was offline. The
 * others go by when the ledger entered it, so a period that is over stays as it was.
 */
export const asFarAsKnown: ReadonlySet<ReportKind> = new Set<ReportKind>([
  'sessions',
  'payouts',
  'utilisation',
  'energyPerVehicle',
  'co2',
])
