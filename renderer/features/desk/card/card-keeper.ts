import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { PaymentTerms } from '../../../../shared/domain/payment/payment-terms.ts'
import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Vehicle } from '../../../../shared/domain/vehicle/vehicle.ts'
import type { WalkUp } from '../../../../shared/domain/walk-up/walk-up.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { compareCards } from './card-order.ts'
import { cardOf, deskColumns } from './desk-card.ts'
import type { CardFacts, DeskCard, DeskColumn } from './desk-card.ts'

/** The live rows that cards are made from. */
export interface DeskRows {
  readonly bookings: readonly Booking[]
  readonly walkUps: ReadonlyMap<string, WalkUp>
  readonly bills: readonly Bill[]
  readonly payments: readonly Payment[]
  readonly stations: ReadonlyMap<string, Station>
  readonly connectors: readonly Connector[]
  readonly transactions: ReadonlyMap<string, Transaction>
  readonly vehicles: ReadonlyMap<string, Vehicle>
  readonly lines: ReadonlyMap<string, PlanLine>
}

/** The cards of each column, what to do first at the top. */
export type DeskCards = { readonly [C in DeskColumn]: readonly DeskCard[] }

/** The states of bookings that a card may come of. */
const shown: ReadonlySet<Booking['state']> = new Set([
  'confirmed',
  'arrived',
  'charging',
  'finished',
  'left',
  'cancelled',
])

const none: readonly Payment[] = []

/**
 * Makes the cards, but hands the same card and the same column out again for as long as they look the same: meters tell
 * something every few seconds, and most cards care for none of it.
 */
export function cardKeeper(): (
  rows: DeskRows,
  terms: Pick<PaymentTerms, 'refundsUnused'>,
  now: Instant,
) => DeskCards {
  const billsOf = onceFor(byBooking)
  const paymentsOf = onceFor(byBill)
  const placesOf = onceFor(byPlace)
  let known = new Map<string, Known>()
  let kept: DeskCards = { waiting: [], charging: [], finished: [] }
  return (rows, terms, now) => {
    const bills = billsOf(rows.bills)
    const payments = paymentsOf(rows.payments)
    const places = placesOf(rows.connectors)
    const seen = new Map<string, Known>()
    const columns: Record<DeskColumn, DeskCard[]> = { waiting: [], charging: [], finished: [] }
    for (const booking of rows.bookings) {
      if (!shown.has(booking.state)) continue
      const facts = factsOf(booking)
      const before = known.get(booking.id)
      const same = before !== undefined && before.terms === terms && alike(before.facts, facts)
      const card =
        same && before.now === now ? before.card : keptCard(before, cardOf(facts, terms, now))
      seen.set(booking.id, { facts, terms, now, card })
      if (card !== null) columns[card.column].push(card)
    }
    known = seen
    kept = keptColumns(kept, columns)
    return kept

    function factsOf(booking: Booking): CardFacts {
      const bill = bills.get(booking.id) ?? null
      const { stationId, transactionId, vehicleId } = booking
      const place = places.get(placeOf(booking) ?? '')
      return {
        booking,
        walkUp: rows.walkUps.get(booking.id) ?? null,
        bill,
        payments: bill === null ? none : (payments.get(bill.id) ?? none),
        station: stationId === null ? null : (rows.stations.get(stationId) ?? null),
        connector: place ?? null,
        isOneOfMany: places.has(`${stationId}/2`),
        transaction: transactionId === null ? null : (rows.transactions.get(transactionId) ?? null),
        vehicle: vehicleId === null ? null : (rows.vehicles.get(vehicleId) ?? null),
        line: rows.lines.get(booking.id) ?? null,
      }
    }
  }
}

type Known = {
  readonly facts: CardFacts
  readonly terms: Pick<PaymentTerms, 'refundsUnused'>
  readonly now: Instant
  readonly card: DeskCard | null
}

/** Reckons again only from another list: most changes of the site are to one table. */
function onceFor<Row, Index>(
  index: (rows: readonly Row[]) => Index,
): (rows: readonly Row[]) => Index {
  let last: { rows: readonly Row[]; index: Index } | null = null
  return (rows) => {
    if (last?.rows !== rows) last = { rows, index: index(rows) }
    return last.index
  }
}

/** The latest bill of each booking. */
function byBooking(bills: readonly Bill[]): ReadonlyMap<string, Bill> {
  const of = new Map<string, Bill>()
  for (const bill of bills) {
    if (bill.bookingId === null) continue
    const known = of.get(bill.bookingId)
    if (known === undefined || known.createdAt <= bill.createdAt) of.set(bill.bookingId, bill)
  }
  return of
}

/** The payments of each bill, oldest first. */
function byBill(payments: readonly Payment[]): ReadonlyMap<string, readonly Payment[]> {
  const of = new Map<string, Payment[]>()
  for (const payment of payments) {
    const mine = of.get(payment.billId)
    if (mine === undefined) of.set(payment.billId, [payment])
    else mine.push(payment)
  }
  for (const mine of of.values()) mine.sort((a, b) => a.createdAt - b.createdAt)
  return of
}

function byPlace(connectors: readonly Connector[]): ReadonlyMap<string, Connector> {
  return new Map(connectors.map((row) => [`${row.stationId}/${row.connectorId}`, row]))
}

function alike(one: CardFacts, other: CardFacts): boolean {
  return (
    one.booking === other.booking &&
    one.walkUp === other.walkUp &&
    one.bill === other.bill &&
    sameItems(one.payments, other.payments) &&
    one.station === other.station &&
    one.connector === other.connector &&
    one.isOneOfMany === other.isOneOfMany &&
    one.transaction === other.transaction &&
    one.vehicle === other.vehicle &&
    one.line === other.line
  )
}

/** The card from before where the new one shows nothing else: as the clock moves, most do. */
function keptCard(before: Known | undefined, fresh: DeskCard | null): DeskCard | null {
  const old = before?.card ?? null
  if (old === null || fresh === null || !alike(old, fresh)) return fresh
  return old.column === fresh.column &&
    old.kind === fresh.kind &&
    old.waitsUntil === fresh.waitsUntil &&
    JSON.stringify(old.due) === JSON.stringify(fresh.due)
    ? old
    : fresh
}

function keptColumns(before: DeskCards, fresh: Record<DeskColumn, DeskCard[]>): DeskCards {
  for (const column of deskColumns) fresh[column].sort(compareCards)
  if (deskColumns.every((column) => sameItems(before[column], fresh[column]))) return before
  const keep = (column: DeskColumn) =>
    sameItems(before[column], fresh[column]) ? before[column] : fresh[column]
  return { waiting: keep('waiting'), charging: keep('charging'), finished: keep('finished') }
}

function sameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
