import type {
  Candidate,
  ConnectionAttempt,
  Pairing,
} from '../../../shared/domain/adoption/adoption.ts'
import type { Alarm } from '../../../shared/domain/alarm/alarm.ts'
import type { Bill, BillReason, BillRevision } from '../../../shared/domain/bill/bill.ts'
import type { StayMark } from '../../../shared/domain/bill/stay-mark.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Recurring } from '../../../shared/domain/booking/recurring.ts'
import type { BookingStep, StepChange } from '../../../shared/domain/booking/step.ts'
import type { Command } from '../../../shared/domain/command/command.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Customer } from '../../../shared/domain/customer/customer.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { ChargingControl } from '../../../shared/domain/dispatch/charging-control.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import type { Account } from '../../../shared/domain/ledger/account.ts'
import type { EntryKind, EntrySubject } from '../../../shared/domain/ledger/entry.ts'
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
import type { Feeder } from '../../../shared/domain/site/feeder.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type {
  Tariff,
  TariffAssignment,
  TariffVersion,
} from '../../../shared/domain/tariff/tariff.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** A station's key: only its keyed HMAC is kept (hex of HMAC-SHA-256 under the hub's secret). */
export interface Credential {
  id: Id
  stationId: Id
  hmac: string
  createdAt: Instant
  /** Null while a charger has yet to accept it; such a key works too, or a lost answer would lock the charger out. */
  confirmedAt: Instant | null
  revokedAt: Instant | null
  /** Until when it works; null for as long as it is not revoked. */
  expiresAt: Instant | null
  /** The command that takes it to the charger, if one does. */
  commandId: Id | null
}

/** One normalised meter value. Its key is its content, so a resent value finds itself already there. */
export interface MeterSample {
  stationId: Id
  connectorId: number
  measuredAt: Instant
  context: string
  /** Empty outside a transaction, since a part of the key can't be null. */
  transactionId: Id | ''
  receivedAt: Instant
  energyWh: number | null
  powerW: number | null
  socPct: number | null
  currentL1Da: number | null
  currentL2Da: number | null
  currentL3Da: number | null
  /** Measurands without a column of their own, as the metering rules name them. */
  other: unknown
  notes: string[]
}

export interface ConfigurationKeyRow {
  id: string
  stationId: Id
  key: string
  value: string | null
  readonly: 0 | 1
  readAt: Instant
}

/** A call that was answered, so that it is answered alike when it comes again under the same key. */
export interface AnsweredCall {
  /** The caller's own Idempotency-Key, and the call it belongs to. */
  id: string
  actor: string
  /** A digest of what was asked, so that another question under the same key is noticed. */
  question: string
  answer: unknown
  at: Instant
}

/** What a step changed; apart from it, so that desks that follow the steps needn't carry all that. */
export interface BookingStepChange {
  /** The step's own id. */
  id: Id
  changes: StepChange[]
}

/** A booking that a rule made or changed last: at a higher revision somebody has changed it by itself. */
export interface RecurringMade {
  /** The booking's own id. */
  id: Id
  /** At which the rule left it. */
  revision: number
}

/** A calendar that programs may fetch; its address is worked out from this and the hub's secret. */
export interface CalendarFeedRow {
  id: Id
  kind: 'station' | 'customer'
  /** The station's or the customer's id. */
  subjectId: Id
  language: 'en' | 'sv'
  /** Counts the addresses it has had; only the latest works. */
  generation: number
  createdAt: Instant
  updatedAt: Instant
}

/** Which lines of the wire log are a station's: one row for those of a while. */
export interface OcppMessageOfStation {
  stationId: Id
  firstMessageId: number
  /** In order, the first included. */
  messageIds: number[]
}

/** One step of the imported base load (W) or prices (minor units per MWh). */
export interface SiteSeriesRow {
  kind: 'base' | 'price'
  startsAt: Instant
  endsAt: Instant
  value: number
}

/** An hour's minutes of what has that key in the room `load/`. */
export interface LoadMinutesRow {
  hourAt: Instant
  key: string
  /** As `load/pack.ts` packs them. */
  steps: Uint8Array
}

/** A key's number. */
export interface LoadKeyRow {
  number: number
  key: string
}

/** A day's (UTC) quarters, the hours of thirty-two such days, or the days of a month by the site's clock. */
export interface LoadStepsRow {
  /** As `load/kept.ts` makes it of the key's number and the day's or the month's. */
  id: number
  steps: Uint8Array
}

/** How far loads are made, and by which clock their days are. */
export interface LoadStateRow {
  id: 'load'
  rolledAt: Instant
  timeZone: string
}

/** When a station was connected; `until` is null while it is. */
export interface StationOnlineRow {
  stationId: Id
  from: Instant
  until: Instant | null
}

/** How stations and feeders hung together from then on, as `load/site-tree.ts` has it. */
export interface SiteTreeRow {
  from: Instant
  tree: unknown
}

/** What the building's live meter told. */
export interface BuildingReading {
  measuredAt: Instant
  receivedAt: Instant
  powerW: number
  currentL1Da: number | null
  currentL2Da: number | null
  currentL3Da: number | null
}

/**
 * Something that was told of a connector and that a stay is billed by: a status, or that the site itself lets its car
 * wait. Its key is its content, so the same told again is there already.
 */
export interface StayMarkRow extends StayMark {
  stationId: Id
  connectorId: number
}

/** Up to which transaction all that are to be billed have their bill. */
export interface BillingRow {
  id: 'billing'
  ocppTransactionId: number
}

/** A finished transaction of which more was told, so that its bill is to be looked at again. */
export interface LateStayRow {
  /** The transaction's own id. */
  id: Id
  reason: BillReason
}

/** An event of Stripe's that was taken in; it may come again. */
export interface StripeEventRow {
  /** Stripe's id. */
  id: string
  type: string
  createdAt: Instant
  takenAt: Instant
}

/** An entry of the ledger, without its lines. Rows are added by `ledger/post.ts` alone and never change. */
export interface LedgerEntryRow extends EntrySubject {
  /** Consecutive from 1. */
  id: number
  at: Instant
  kind: EntryKind
  actor: string
  text: string
  previousHash: string
  hash: string
}

export interface LedgerLineRow {
  entryId: number
  /** From 1, in the order that the entry's hash has them in. */
  place: number
  account: Account
  amountMinor: number
  currency: string
}

/** What an account's lines of a week come to; the database itself adds to it. */
export interface LedgerSumRow {
  account: Account
  currency: string
  /** Whole weeks since 1970-01-01 UTC. */
  week: number
  debitMinor: number
  creditMinor: number
}

/** Where the ledger's chain ends; the database itself moves it on. */
export interface LedgerHeadRow {
  id: 'ledger'
  lastId: number
  lastHash: string
}

/** Every table's row as the code sees it. */
export interface Rows {
  site: Site
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
  paymentTerms: PaymentTerms
  stripeAccount: StripeAccount
  stripeCall: StripeCall
  stripeEvent: StripeEventRow
  reader: Reader
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
  tariffAssignment: ['hours'],
  bill: ['settledByHand', 'lines', 'vat'],
  billRevision: ['lines', 'vat', 'periods', 'corrections'],
  payment: ['disputed'],
  refund: ['takenOff'],
  dispute: ['isChargeRefundable'],
  payout: ['automatic'],
  receipt: ['seller', 'isAhead', 'lines', 'vat'],
  paymentTerms: ['address', 'means', 'refundsUnused'],
  stripeAccount: ['missingRights', 'eventsAtBefore'],
  stripeCall: ['request'],
  reader: ['livemode'],
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
