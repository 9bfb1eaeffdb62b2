import type {
  Candidate,
  ConnectionAttempt,
  Pairing,
} from '../../../shared/domain/adoption/adoption.ts'
import type { Alarm } from '../../../shared/domain/alarm/alarm.ts'
import type { Bill, BillRevision } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Recurring } from '../../../shared/domain/booking/recurring.ts'
import type { BookingStep } from '../../../shared/domain/booking/step.ts'
import type { Command } from '../../../shared/domain/command/command.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { ChargingControl } from '../../../shared/domain/dispatch/charging-control.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import type { BookAccount } from '../../../shared/domain/accounting/account-plan.ts'
import type {
  Invoice,
  InvoiceLine,
  InvoicePayment,
} from '../../../shared/domain/invoice/invoice.ts'
import type { CdrTerms } from '../../../shared/domain/cdr/cdr-terms.ts'
import type { InvoiceTerms } from '../../../shared/domain/invoice/invoice-terms.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import type { Message } from '../../../shared/domain/message/message.ts'
import type { MessageText } from '../../../shared/domain/message/template.ts'
import type { MessageTerms } from '../../../shared/domain/message/terms.ts'
import type { OcppMessage } from '../../../shared/domain/ocpp-message/ocpp-message.ts'
import type { Dispute } from '../../../shared/domain/payment/dispute.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { PaymentTerms } from '../../../shared/domain/payment/payment-terms.ts'
import type { Payout, PayoutRow } from '../../../shared/domain/payment/payout.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'
import type { Reader, StripeAccount } from '../../../shared/domain/payment/stripe-account.ts'
import type { StripeCall } from '../../../shared/domain/payment/stripe-call.ts'
import type { PlanLine, StoredPlan } from '../../../shared/domain/planning/stored-plan.ts'
import type { ReportPreset } from '../../../shared/domain/report/preset.ts'
import type { ReportSchedule } from '../../../shared/domain/report/schedule.ts'
import type { ReportTerms } from '../../../shared/domain/report/report-terms.ts'
import type { Feeder } from '../../../shared/domain/site/feeder.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type {
  Tariff,
  TariffAssignment,
  TariffVersion,
} from '../../../shared/domain/tariff/tariff.ts'
import type { BillVoid } from '../../../shared/domain/till/bill-void.ts'
import type { CashCount } from '../../../shared/domain/till/cash-count.ts'
import type { CashMove } from '../../../shared/domain/till/cash-move.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import type { TillMovement } from '../../../shared/domain/till/till-movement.ts'
import type { TillTerms } from '../../../shared/domain/till/till-terms.ts'
import type { Till } from '../../../shared/domain/till/till.ts'
import type { ZReport } from '../../../shared/domain/till/z-report.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import type { DriverDoor } from '../../../shared/domain/driver-door/driver-door.ts'
import type { Block } from '../../../shared/domain/visit/block.ts'
import type { HouseRules } from '../../../shared/domain/visit/house-rules.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import type { WalkUp } from '../../../shared/domain/walk-up/walk-up.ts'
import type { WalkUpTerms } from '../../../shared/domain/walk-up/walk-up-terms.ts'
import type {
  BuildingReading,
  LoadKeyRow,
  LoadMinutesRow,
  LoadStateRow,
  LoadStepsRow,
  MeterSample,
  SiteSeriesRow,
  SiteTreeRow,
  StationOnlineRow,
} from './load-rows.ts'
import type {
  BillingRow,
  LateStayRow,
  LedgerEntryRow,
  LedgerHeadRow,
  LedgerLineRow,
  LedgerSumRow,
  StayMarkRow,
  StripeEventRow,
} from './money-rows.ts'
import type {
  AnsweredCall,
  BookingStepChange,
  CalendarFeedRow,
  ConfigurationKeyRow,
  Credential,
  OcppMessageOfStation,
  RecurringMade,
  SmtpPasswordRow,
  UserPinRow,
  WalkUpPhoneRow,
} from './own-rows.ts'

/** Every table's row as the code sees it. */
export interface Rows {
  site: Site
  user: User
  userPin: UserPinRow
  feeder: Feeder
  temporaryLimit: TemporaryLimit
  siteSeries: SiteSeriesRow
  plan: StoredPlan
  planLine: PlanLine
  chargingControl: ChargingControl
  pairing: Pairing
  station: Station
  connector: Connector
  credential: Credential
  candidate: Candidate
  connectionAttempt: ConnectionAttempt
  idToken: IdToken
  transaction: Transaction
  meterSample: MeterSample
  loadMinutes: LoadMinutesRow
  loadKey: LoadKeyRow
  loadQuarters: LoadStepsRow
  loadHours: LoadStepsRow
  loadDays: LoadStepsRow
  loadState: LoadStateRow
  stationOnline: StationOnlineRow
  siteTree: SiteTreeRow
  buildingReading: BuildingReading
  configurationKey: ConfigurationKeyRow
  command: Command
  ocppMessage: OcppMessage
  ocppMessageOfStation: OcppMessageOfStation
  alarm: Alarm
  vehicle: Vehicle
  customer: Customer
  booking: Booking
  recurring: Recurring
  recurringMade: RecurringMade
  calendarFeed: CalendarFeedRow
  bookingStep: BookingStep
  bookingStepChange: BookingStepChange
  answeredCall: AnsweredCall
  tariff: Tariff
  tariffVersion: TariffVersion
  tariffAssignment: TariffAssignment
  ledgerEntry: LedgerEntryRow
  ledgerLine: LedgerLineRow
  ledgerSum: LedgerSumRow
  ledgerHead: LedgerHeadRow
  bill: Bill
  stayMark: StayMarkRow
  billing: BillingRow
  lateStay: LateStayRow
  billRevision: BillRevision
  payment: Payment
  refund: Refund
  dispute: Dispute
  payout: Payout
  payoutRow: PayoutRow
  receipt: Receipt
  invoice: Invoice
  invoiceLine: InvoiceLine
  invoicePayment: InvoicePayment
  invoiceTerms: InvoiceTerms
  bookAccount: BookAccount
  cdrTerms: CdrTerms
  paymentTerms: PaymentTerms
  stripeAccount: StripeAccount
  stripeCall: StripeCall
  stripeEvent: StripeEventRow
  reader: Reader
  till: Till
  tillTerms: TillTerms
  shift: Shift
  cashMove: CashMove
  cashCount: CashCount
  tillMovement: TillMovement
  billVoid: BillVoid
  zReport: ZReport
  reportPreset: ReportPreset
  reportSchedule: ReportSchedule
  reportTerms: ReportTerms
  walkUp: WalkUp
  walkUpPhone: WalkUpPhoneRow
  walkUpTerms: WalkUpTerms
  visit: Visit
  houseRules: HouseRules
  block: Block
  driverDoor: DriverDoor
  message: Message
  messageText: MessageText
  messageTerms: MessageTerms
  smtpPassword: SmtpPasswordRow
  journal: JournalEntry
}
export type Table = keyof Rows

/** The columns kept as JSON text. */
export const jsonColumns = {
  site: ['openingHours', 'baseLoad', 'priceSignal', 'controlsChargers'],
  plan: ['baseW', 'limitW', 'plannedW', 'critical'],
  planLine: ['powers', 'critical', 'promised'],
  chargingControl: ['charger', 'standing', 'live'],
  transaction: ['notes'],
  meterSample: ['other', 'notes'],
  siteTree: ['tree'],
  command: ['payload', 'answer'],
  ocppMessage: ['notes'],
  ocppMessageOfStation: ['messageIds'],
  journal: ['before', 'after'],
  vehicle: ['standards', 'resumes'],
  booking: ['need'],
  recurring: ['weekdays', 'need'],
  bookingStepChange: ['changes'],
  answeredCall: ['answer'],
  tariffVersion: ['ocpi'],
  tariffAssignment: ['isFlexible', 'hours'],
  bill: ['settledByHand', 'lines', 'vat'],
  billRevision: ['lines', 'vat', 'periods', 'corrections'],
  payment: ['disputed'],
  refund: ['takenOff'],
  dispute: ['isChargeRefundable'],
  payout: ['automatic'],
  invoice: ['seller', 'buyer', 'groups', 'vat'],
  invoiceLine: ['vat'],
  invoiceTerms: ['isFTax'],
  receipt: ['seller', 'isAhead', 'lines', 'vat'],
  paymentTerms: ['address', 'means', 'refundsUnused'],
  stripeAccount: ['missingRights', 'eventsAtBefore'],
  stripeCall: ['request'],
  reader: ['livemode'],
  tillTerms: ['denominations'],
  cashCount: ['denominations'],
  tillMovement: ['vat'],
  zReport: ['content'],
  reportPreset: ['spec'],
  walkUp: ['need'],
  walkUpTerms: ['pays', 'startsBeforePaid', 'defaultNeed'],
  visit: ['wish', 'isFlexible', 'lapse'],
  houseRules: ['takesNow', 'takesAhead', 'takesWaiting', 'paysOnline', 'paysAtDesk'],
  driverDoor: ['trustedProxies'],
  messageTerms: ['off'],
} as const satisfies { [T in Table]?: readonly (keyof Rows[T])[] }

type JsonColumn<T extends Table> = T extends keyof typeof jsonColumns
  ? (typeof jsonColumns)[T][number]
  : never

/** A row as SQL holds it. */
export type Stored<T extends Table> = {
  [C in keyof Rows[T]]: C extends JsonColumn<T> ? string : Rows[T][C]
}
export type StoredTables = { [T in Table]: Stored<T> }

/** Rows whose integer key the database gives. */
export type Numbered = 'ocppMessage' | 'journal'
export type NewRow<T extends Table> = T extends Numbered ? Omit<Rows[T], 'id'> : Rows[T]

/** Tables whose rows are found by `id`. */
export type Keyed = Exclude<
  Table,
  | 'meterSample'
  | 'ocppMessageOfStation'
  | 'siteSeries'
  | 'loadMinutes'
  | 'loadKey'
  | 'stationOnline'
  | 'stayMark'
  | 'ledgerLine'
  | 'ledgerSum'
  | 'siteTree'
  | 'buildingReading'
>

const jsonOf: Partial<Record<Table, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(jsonColumns).map(([table, columns]) => [table, new Set<string>(columns)]),
)

export type SqlValue = string | number | null | Uint8Array

/** A column's value as SQL keeps it. */
export function encodeColumn(table: Table, column: string, value: unknown): SqlValue {
  if (jsonOf[table]?.has(column)) return JSON.stringify(value ?? null)
  if (value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value
  throw new TypeError(`${table}.${column} can't hold a ${typeof value}`)
}

/** A stored row as the code sees it. */
export function decodeRow<T extends Table>(table: T, stored: object): Rows[T] {
  const json = jsonOf[table]
  const row = stored as Record<string, unknown> // ours alone: it has just been read
  if (json) for (const column of json) row[column] = parse(String(row[column]))
  return row as unknown as Rows[T] // the one place where SQL's rows get their types
}

function parse(json: string): unknown {
  return json === '[]' ? [] : JSON.parse(json)
}
