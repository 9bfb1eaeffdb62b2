import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Bill, BillLine } from '../../../shared/domain/bill/bill.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'

/** Öre a kWh, tax excluded, and the fee that each start costs. */
const KWH_MINOR = 360
const START_MINOR = 400
const RATE_PCT = 25

/** What so much energy and, where there is any, idle time costs: a start fee, the energy, and idle time by the hour. */
export function sumsOf(energyWh: number, from: number, idleH = 0) {
  const line = (kind: BillLine['kind'], exclMinor: number, rest: Partial<BillLine>): BillLine => ({
    kind,
    quantity: 1,
    unit: 'session',
    unitPrice: '4.00',
    from,
    until: null,
    ratePct: RATE_PCT,
    exclMinor,
    vatMinor: Math.round((exclMinor * RATE_PCT) / 100),
    ...rest,
  })
  const lines = [
    line('flat', START_MINOR, {}),
    line('energy', Math.round((energyWh * KWH_MINOR) / 1_000), {
      quantity: energyWh / 1_000,
      unit: 'kWh',
      unitPrice: '3.60',
    }),
    ...(idleH === 0
      ? []
      : [line('parking', idleH * 2_000, { quantity: idleH, unit: 'h', unitPrice: '20.00' })]),
  ]
  const exclMinor = lines.reduce((sum, { exclMinor: excl }) => sum + excl, 0)
  const vatMinor = lines.reduce((sum, { vatMinor: vat }) => sum + vat, 0)
  const vat = [{ ratePct: RATE_PCT, exclMinor, vatMinor }]
  return { lines, exclMinor, inclMinor: exclMinor + vatMinor, vat }
}

/** The bill of a transaction: final where it has ended, with nothing paid yet. */
export function seedBill(
  rows: LiveRows,
  transaction: Transaction,
  about: Partial<Bill> = {},
): Bill {
  const { startedAt, stoppedAt, energyWh, idToken } = transaction
  const vehicle = rows.vehicle.find(({ plate }) => plate.replace(' ', '') === idToken)
  const idleH = stoppedAt !== null && energyWh % 3 === 0 ? 1 : 0
  const sums = sumsOf(energyWh, startedAt, idleH)
  const bill: Bill = {
    id: newId(startedAt),
    bookingId: rows.booking.find((row) => row.transactionId === transaction.id)?.id ?? null,
    transactionId: transaction.id,
    stationId: transaction.stationId,
    connectorId: transaction.connectorId,
    customerId: vehicle?.customerId ?? null,
    plate: vehicle?.plate ?? '',
    idToken,
    settlement: 'pay',
    settledByHand: false,
    state: stoppedAt === null ? 'running' : 'final',
    tariffVersionId: newId(startedAt),
    currency: 'SEK',
    energyWh,
    ...sums,
    estimatedMinor: stoppedAt === null ? Math.round(sums.inclMinor * 1.6) : sums.inclMinor,
    revision: stoppedAt === null ? 0 : 1,
    paidMinor: 0,
    heldMinor: 0,
    dueMinor: stoppedAt === null ? 0 : sums.inclMinor,
    startsAt: startedAt,
    endsAt: stoppedAt,
    finalAt: stoppedAt,
    remindedAt: null,
    reminders: 0,
    createdAt: startedAt,
    updatedAt: stoppedAt ?? startedAt,
    ...about,
  }
  rows.bill.push(bill)
  return bill
}

/** The bill of a booking whose car has not come: what it would cost. */
export function seedEstimate(rows: LiveRows, bookingId: string): Bill | null {
  const booking = rows.booking.find(({ id }) => id === bookingId)
  if (!booking) return null
  const energyWh = booking.need?.kind === 'energy' ? booking.need.energyWh : 12_000
  const sums = sumsOf(energyWh, booking.arrivesAt)
  const bill: Bill = {
    id: newId(booking.createdAt),
    bookingId,
    transactionId: null,
    stationId: booking.stationId,
    connectorId: booking.connectorId,
    customerId: booking.customerId,
    plate: booking.plate,
    idToken: booking.idToken ?? '',
    settlement: 'pay',
    settledByHand: false,
    state: 'estimated',
    tariffVersionId: newId(booking.createdAt),
    currency: 'SEK',
    energyWh,
    ...sums,
    estimatedMinor: sums.inclMinor,
    revision: 0,
    paidMinor: 0,
    heldMinor: 0,
    dueMinor: 0,
    startsAt: booking.arrivesAt,
    endsAt: booking.departsAt,
    finalAt: null,
    remindedAt: null,
    reminders: 0,
    createdAt: booking.createdAt,
    updatedAt: booking.createdAt + HOUR,
  }
  rows.bill.push(bill)
  return bill
}
