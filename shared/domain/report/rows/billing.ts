import type { BillReason, Settlement } from '../../bill/bill.ts'
import type { Id } from '../../id/id.ts'
import type { Cells } from '../column.ts'
import type { Instant } from '../../../time/instant.ts'
import type { Billed } from './billed.ts'
import { placeCells, servedCells, type ServedFacts, type StayFacts, whoseCells } from './stay.ts'

/** How a bill was paid by now, all its payments together. Sums are null but on the entry that first posted the bill. */
export interface PaidFacts {
  readonly means: string
  readonly last4: string
  readonly intents: string
  readonly charges: string
  readonly feeMinor: number | null
  readonly refundedMinor: number | null
  readonly receipts: string
  readonly invoices: string
}

/** An entry of the ledger that posted a bill or corrected it, and what there is to say of it. */
export interface BillingFacts {
  readonly at: Instant
  readonly ledgerEntryId: number
  readonly cdrId: Id
  readonly revision: number
  readonly reason: BillReason
  /** The CDR that this one takes the place of; null for a bill's first. */
  readonly creditOf: Id | null
  readonly transactionId: Id | null
  readonly startedAt: Instant
  readonly stoppedAt: Instant | null
  readonly meterStartWh: number | null
  readonly meterStopWh: number | null
  readonly tariff: string
  readonly currency: string
  readonly settlement: Settlement
  readonly billed: Billed
  readonly paid: PaidFacts
  readonly stay: StayFacts
  readonly served: ServedFacts
}

export const billingCells: Cells<BillingFacts> = {
  posted_at: ({ at }) => at,
  session_id: ({ transactionId }) => transactionId,
  cdr_id: ({ cdrId }) => cdrId,
  revision: ({ revision }) => revision,
  reason: ({ reason }) => reason,
  ...placeCells,
  started_at: ({ startedAt }) => startedAt,
  stopped_at: ({ stoppedAt }) => stoppedAt,
  charging_s: ({ billed }) => billed.chargingS,
  parking_s: ({ billed }) => billed.parkingS,
  meter_start_kwh: ({ meterStartWh }) => meterStartWh,
  meter_stop_kwh: ({ meterStopWh }) => meterStopWh,
  energy_kwh: ({ billed }) => billed.energyWh,
  tariff: ({ tariff }) => tariff,
  energy_net: ({ billed }) => billed.netsMinor.energy,
  time_net: ({ billed }) => billed.netsMinor.time,
  idle_net: ({ billed }) => billed.netsMinor.parking,
  flat_net: ({ billed }) => billed.netsMinor.flat,
  reservation_net: ({ billed }) => billed.netsMinor.reservation + billed.netsMinor.noShow,
  adjustment_net: ({ billed }) => billed.netsMinor.adjustment,
  net: ({ billed }) => billed.netMinor,
  // Where there are several the report of VAT tells each.
  vat_rate: ({ billed: { rates } }) => (rates.length === 1 ? (rates[0]?.ratePct ?? null) : null),
  vat: ({ billed }) => billed.vatMinor,
  gross: ({ billed }) => billed.netMinor + billed.vatMinor,
  currency: ({ currency }) => currency,
  settlement: ({ settlement }) => settlement,
  payment_method: ({ paid }) => paid.means,
  card_last4: ({ paid }) => paid.last4,
  stripe_payment_intent: ({ paid }) => paid.intents,
  stripe_charge: ({ paid }) => paid.charges,
  fee: ({ paid }) => paid.feeMinor,
  refunded: ({ paid }) => paid.refundedMinor,
  receipt_no: ({ paid }) => paid.receipts,
  invoice_no: ({ paid }) => paid.invoices,
  credit_of: ({ creditOf }) => creditOf,
  ...whoseCells,
  ...servedCells,
  ledger_entry: ({ ledgerEntryId }) => ledgerEntryId,
}
