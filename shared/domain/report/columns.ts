import type { Column, ColumnKind } from './column.ts'
import type { ReportKind } from './report-kind.ts'

const told = (kind: ColumnKind, keys: string): Column[] =>
  keys.split(' ').map((key) => ({ key, kind, isSummed: false }))
const text = (keys: string): Column[] => told('text', keys)
const code = (keys: string): Column[] => told('code', keys)
const instant = (keys: string): Column[] => told('instant', keys)
const integer = (keys: string): Column[] => told('integer', keys)
const summed = (kind: ColumnKind, keys: string): Column[] =>
  keys.split(' ').map((key) => ({ key, kind, isSummed: true }))
const currency: Column[] = told('currency', 'currency')

/** Whose it was: the same of every row that is about a stay. */
const whose = [
  ...code('booking_id'),
  ...text('customer customer_reference driver id_token plate cost_centre'),
]
const where = [...text('site station evse_id'), ...integer('connector')]
const served = [...text('attendant till'), ...integer('shift')]

/** What was charged over a stretch of time, however it is grouped. */
const stretch = told('day', 'first_day last_day')

/** Each kind's columns, in the order in which they stand when nobody chooses. */
const columns: Readonly<Record<ReportKind, readonly Column[]>> = {
  billing: [
    ...instant('posted_at'),
    ...code('session_id cdr_id'),
    ...integer('revision'),
    ...code('reason'),
    ...where,
    ...instant('started_at stopped_at'),
    ...summed('duration', 'charging_s parking_s'),
    ...told('energy', 'meter_start_kwh meter_stop_kwh'),
    ...summed('energy', 'energy_kwh'),
    ...text('tariff'),
    ...summed('money', 'energy_net time_net idle_net flat_net reservation_net adjustment_net net'),
    ...told('percent', 'vat_rate'),
    ...summed('money', 'vat gross'),
    ...currency,
    ...code('settlement payment_method'),
    ...text('card_last4 stripe_payment_intent stripe_charge'),
    ...summed('money', 'fee refunded'),
    ...text('receipt_no invoice_no'),
    ...code('credit_of'),
    ...whose,
    ...served,
    ...integer('ledger_entry'),
  ],
  sessions: [
    ...instant('started_at stopped_at'),
    ...text('session_id'),
    ...integer('ocpp_transaction'),
    ...text('state'),
    ...where,
    ...summed('duration', 'duration_s'),
    ...told('energy', 'meter_start_kwh meter_stop_kwh'),
    ...summed('energy', 'energy_kwh'),
    ...text('stop_reason tariff'),
    ...summed('money', 'gross'),
    ...currency,
    ...text('bill_state'),
    ...whose,
    ...text('notes'),
  ],
  payments: [
    ...instant('at'),
    ...text('kind payment_id refund_id session_id means'),
    ...summed('money', 'amount rounding fee'),
    ...currency,
    ...text('card_brand card_last4 reference note stripe_payment_intent stripe_charge'),
    ...text('stripe_refund receipt_no'),
    ...text('station'),
    ...whose,
    ...served,
    ...text('mode'),
    ...integer('ledger_entry'),
  ],
  refunds: [
    ...instant('at'),
    ...text('kind refund_id payment_id session_id means'),
    ...summed('money', 'amount rounding'),
    ...currency,
    ...text('reason note card_last4 stripe_refund receipt_no station'),
    ...whose,
    ...served,
    ...integer('ledger_entry'),
  ],
  vat: [
    ...stretch,
    ...told('percent', 'vat_rate'),
    ...summed('money', 'net vat gross'),
    ...currency,
    ...summed('integer', 'entries'),
  ],
  payouts: [
    ...instant('created_at'),
    ...told('day', 'arrives_on'),
    ...text('payout_id status'),
    ...summed('money', 'charges refunds fees other amount difference'),
    ...currency,
    ...summed('integer', 'entries'),
  ],
  utilisation: [
    ...told('day', 'day'),
    ...where,
    ...summed('integer', 'sessions'),
    ...summed('duration', 'day_s plugged_s charging_s idle_s'),
    ...told('percent', 'plugged_share charging_share idle_share'),
    ...summed('energy', 'energy_kwh'),
    ...told('power', 'peak_kw'),
  ],
  energyPerVehicle: [
    ...stretch,
    ...text('vehicle_id plate vehicle cost_centre customer customer_reference'),
    ...summed('integer', 'sessions'),
    ...summed('duration', 'duration_s'),
    ...summed('energy', 'energy_kwh'),
  ],
  co2: [
    ...stretch,
    ...text('name cost_centre customer'),
    ...summed('integer', 'sessions'),
    ...summed('energy', 'energy_kwh'),
    ...told('integer', 'factor_g_per_kwh'),
    ...summed('integer', 'co2_g'),
  ],
}

/** The columns of a kind, in the order in which they stand when nobody chooses. */
export function columnsOf(kind: ReportKind): readonly Column[] {
  return columns[kind]
}
