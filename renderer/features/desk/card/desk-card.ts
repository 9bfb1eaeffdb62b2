import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { isUnpaid, payableMinor } from '../../../../shared/domain/bill/payable.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { PaymentTerms } from '../../../../shared/domain/payment/payment-terms.ts'
import { goesOnAt, powerAt } from '../../../../shared/domain/planning/powers.ts'
import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Vehicle } from '../../../../shared/domain/vehicle/vehicle.ts'
import { dueOfStay } from '../../../../shared/domain/walk-up/due.ts'
import type { StayDue } from '../../../../shared/domain/walk-up/due.ts'
import type { WalkUp } from '../../../../shared/domain/walk-up/walk-up.ts'
import { waitingWalkUps } from '../../../../shared/domain/walk-up/walk-up.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { chargeStateOf } from '../../../ui/mark/charge-state.ts'
import type { ChargeState } from '../../../ui/mark/charge-state.ts'

/** The three places of the desk, in the order that a car goes through them. */
export const deskColumns = ['waiting', 'charging', 'finished'] as const
export type DeskColumn = (typeof deskColumns)[number]

/**
 * What a card is about, which also says what to do. Waiting: `payFailed` nothing was paid, `stuck` the charger does not
 * start, `arrived` a booked car is plugged in and nothing runs, `pay` the payer is asked, `plugIn` the cable is awaited,
 * `starting` the charger is told, `paused` the plan lets it wait. Charging: `fault`, `offline`, `pausedByCar`,
 * `charging`. Finished: `handBack` cash is to be handed back, `due` something is to be paid, `idle` it just stands
 * there, `goneDue` it is unplugged and has not paid.
 */
export type CardKind =
  | 'payFailed'
  | 'stuck'
  | 'arrived'
  | 'pay'
  | 'plugIn'
  | 'starting'
  | 'paused'
  | 'fault'
  | 'offline'
  | 'pausedByCar'
  | 'charging'
  | 'handBack'
  | 'due'
  | 'idle'
  | 'goneDue'

/** A stay joined with what its card is made from. */
export interface CardFacts {
  readonly booking: Booking
  readonly walkUp: WalkUp | null
  readonly bill: Bill | null
  /** All of the bill that are live. */
  readonly payments: readonly Payment[]
  readonly station: Station | null
  readonly connector: Connector | null
  /** Whether the station has other connectors, so that its name alone does not say which. */
  readonly isOneOfMany: boolean
  readonly transaction: Transaction | null
  readonly vehicle: Vehicle | null
  readonly line: PlanLine | null
}

/** A stay as the desk shows it. */
export interface DeskCard extends CardFacts {
  readonly id: string
  readonly column: DeskColumn
  readonly kind: CardKind
  /** Plate, or whatever else it is known by; empty when by nothing. */
  readonly plate: string
  /** What the connector does now; null while the stay has none. */
  readonly state: ChargeState | null
  readonly deliveredWh: number | null
  readonly due: StayDue | null
  /** What standing there after charging has cost so far, minor units, tax included. */
  readonly idleMinor: number
  /** Until when the plan lets it wait; null when it does not, or for good. */
  readonly waitsUntil: Instant | null
}

/** Who has gone without settling is shown for so long; after that among the unpaid. */
const GONE_SHOWN_MS = 12 * HOUR

/** The card of a stay at `now`; null where the desk has nothing to do with it. Moments within a minute may share it. */
export function cardOf(
  facts: CardFacts,
  terms: Pick<PaymentTerms, 'refundsUnused'>,
  now: Instant,
): DeskCard | null {
  const { booking, walkUp, bill, payments, transaction, vehicle } = facts
  const due = bill === null ? null : dueOfStay(bill, payments, terms)
  const place = placed(facts, due, now)
  if (place === null) return null
  const { line } = facts
  return {
    ...facts,
    id: booking.id,
    ...place,
    plate: vehicle?.plate ?? (booking.plate || walkUp?.plate || booking.idToken || ''),
    state: stateOf(facts),
    deliveredWh: transaction === null ? null : transaction.energyWh,
    due,
    idleMinor: idleMinorOf(bill),
    waitsUntil: place.kind === 'paused' && line !== null ? goesOnAt(line.powers, now) : null,
  }
}

/** What a stay has cost for standing there after it had charged, minor units, tax included. */
export function idleMinorOf(bill: Pick<Bill, 'lines'> | null): number {
  const lines = bill?.lines.filter(({ kind }) => kind === 'parking') ?? []
  return lines.reduce((sum, { exclMinor, vatMinor }) => sum + exclMinor + vatMinor, 0)
}

/** What is to be paid for a stay now, minor units: what is due, or thought to be. */
export function toPayMinor({ bill }: Pick<DeskCard, 'bill'>): number {
  return bill === null ? 0 : payableMinor(bill)
}

/** The payment that asks somebody for something this moment, the latest; null when none does. */
export function askingPayment({ payments }: Pick<CardFacts, 'payments'>): Payment | null {
  return (
    payments.findLast(({ state }) => state === 'requested' || state === 'open') ??
    payments.findLast(({ state }) => state === 'processing') ??
    null
  )
}

type Placed = Pick<DeskCard, 'column' | 'kind'>

function placed(facts: CardFacts, due: StayDue | null, now: Instant): Placed | null {
  const { booking, walkUp, transaction } = facts
  switch (booking.state) {
    case 'charging':
      // The transaction is told to have ended a little before its booking is.
      return transaction?.state === 'finished' ? finished(facts, due) : chargingKind(facts, now)
    case 'finished':
      // Started once more, it waits for its charger again.
      return walkUp !== null && waitingWalkUps.has(walkUp.state)
        ? waiting(walkUp)
        : finished(facts, due)
    case 'arrived':
    case 'confirmed':
      if (walkUp !== null && waitingWalkUps.has(walkUp.state)) return waiting(walkUp)
      return booking.state === 'arrived' ? { column: 'waiting', kind: 'arrived' } : null
    case 'left':
    case 'cancelled':
      return gone(facts, due, now)
    default:
      return null
  }
}

function waiting({ state, failure }: WalkUp): Placed {
  const column = 'waiting'
  if (failure === 'paymentFailed' || failure === 'paymentExpired' || failure === 'paymentCancelled')
    return { column, kind: 'payFailed' }
  if (failure !== null) return { column, kind: 'stuck' }
  if (state === 'waitingForPayment') return { column, kind: 'pay' }
  return { column, kind: state === 'waitingForCar' ? 'plugIn' : 'starting' }
}

function chargingKind(facts: CardFacts, now: Instant): Placed {
  const state = stateOf(facts)
  if (state === 'fault' || state === 'offline') return { column: 'charging', kind: state }
  if (state === 'waiting' || isPaused(facts, now)) return { column: 'waiting', kind: 'paused' }
  return { column: 'charging', kind: state === 'waitingCar' ? 'pausedByCar' : 'charging' }
}

function finished({ bill }: CardFacts, due: StayDue | null): Placed {
  const column = 'finished'
  if (due !== null && due.handBackMinor > 0) return { column, kind: 'handBack' }
  return { column, kind: toPayMinor({ bill }) > 0 ? 'due' : 'idle' }
}

function gone({ booking, walkUp, bill }: CardFacts, due: StayDue | null, now: Instant) {
  const goneAt = booking.leftAt ?? walkUp?.endedAt ?? booking.departsAt
  if (now - goneAt > GONE_SHOWN_MS) return null
  const column = 'finished'
  if (due !== null && due.handBackMinor > 0) return { column, kind: 'handBack' } as const
  return bill !== null && isUnpaid(bill) ? ({ column, kind: 'goneDue' } as const) : null
}

/** Whether the plan pauses it and it draws nothing, whatever word its charger has for that. */
function isPaused({ transaction, line }: CardFacts, now: Instant): boolean {
  if (line === null || transaction === null || transaction.powerW !== 0) return false
  return powerAt(line.powers, now)?.powerW === 0 && line.remainingWh > 0
}

function stateOf({ connector, station }: CardFacts): ChargeState | null {
  if (connector === null) return null
  return chargeStateOf(connector.status, station?.connection === 'online')
}
