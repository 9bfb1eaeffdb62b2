import { presentStates } from '../../../../shared/domain/booking/states.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { mostWh, needWh } from '../../../../shared/domain/booking/need.ts'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { powerBetween } from '../../../../shared/domain/connector/equipment.ts'
import { goesOnAt, powerAt } from '../../../../shared/domain/planning/powers.ts'
import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import type { Customer } from '../../../../shared/domain/customer/customer.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import type { Vehicle } from '../../../../shared/domain/vehicle/vehicle.ts'
import type { Visit } from '../../../../shared/domain/visit/visit.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { ChargeState } from '../../../ui/mark/charge-state.ts'
import type { Span } from './lanes.ts'

/** What a bar looks like; each has a colour, a pattern and a word of its own. */
export const barLooks = [
  'requested',
  'booked',
  'late',
  'arrived',
  'charging',
  'waiting',
  'waitingCar',
  'finished',
  'fault',
  'offline',
  'left',
  'noShow',
  'cancelled',
] as const
export type BarLook = (typeof barLooks)[number]

/** A row of the colour table in `app/theme.css`; `past` is what is over and asks for nothing. */
export type BarFamily =
  | 'booked'
  | 'charging'
  | 'waiting'
  | 'finished'
  | 'fault'
  | 'offline'
  | 'past'

/** A booking joined with what the bar of it is drawn from. */
export interface BarFacts {
  readonly booking: Booking
  readonly transaction: Transaction | null
  readonly vehicle: Vehicle | null
  readonly customer: Customer | null
  readonly connector: Connector | null
  /** What its connector does now; null while the booking has none. */
  readonly place: ChargeState | null
  /** What is planned for it; null when nothing is. */
  readonly line: PlanLine | null
  /** What its driver asked for from a phone; null where nobody did. */
  readonly visit: Visit | null
}

/** All a bar shows, without where on the screen it lies. */
export interface BarModel extends Span {
  readonly id: string
  readonly booking: Booking
  readonly look: BarLook
  readonly family: BarFamily
  /** Plate, or whatever else it is known by; empty when by nothing. */
  readonly plate: string
  readonly customer: string
  /** What the depot calls its vehicle; empty when nothing. */
  readonly vehicle: string
  /** From when on it stands there longer than agreed; null when it does not. */
  readonly overstayFrom: Instant | null
  /** Until when nobody has come though it was agreed; null when somebody did or it is not time yet. */
  readonly missedUntil: Instant | null
  /** Agreed time in which it was not there: before it came, after it left. */
  readonly traces: readonly Span[]
  /** Until when a flexible booking may be shifted; null when there is no slack. */
  readonly slackUntil: Instant | null
  readonly receivedWh: number | null
  readonly neededWh: number | null
  /** Received of what is needed, 0 to 1; null when either is unknown. */
  readonly share: number | null
  /** Whether it won't get what it needs by its departure, as planned or as far as the powers are known. */
  readonly atRisk: boolean
  /** Until when the plan lets it wait; null when it does not, or for good. */
  readonly waitsUntil: Instant | null
  /** From when it is to draw how much, where it is there to do so; null when nothing is planned. */
  readonly plan: Pick<PlanLine, 'powers' | 'maxW'> | null
  /** For how many whole minutes it has stood there charged; null when it does not. */
  readonly idleMin: number | null
  /** What its driver asked for from a phone; null where nobody did. */
  readonly visit: Visit | null
}

const families: Record<BarLook, BarFamily> = {
  requested: 'booked',
  booked: 'booked',
  late: 'booked',
  arrived: 'booked',
  charging: 'charging',
  waiting: 'waiting',
  waitingCar: 'waiting',
  finished: 'finished',
  fault: 'fault',
  offline: 'offline',
  left: 'past',
  noShow: 'past',
  cancelled: 'past',
}

/** The colour family of a look. */
export function familyOf(look: BarLook): BarFamily {
  return families[look]
}

/** The bar of a booking at `now`; moments within one minute may as well share it. */
export function barOf(facts: BarFacts, now: Instant): BarModel {
  const { booking, transaction, vehicle, customer } = facts
  const look = lookOf(facts, now)
  const span = spanOf(booking, now)
  const neededWh = booking.need === null ? null : needWh(booking.need)
  const receivedWh = transaction === null ? null : transaction.energyWh
  return {
    id: booking.id,
    booking,
    look,
    family: families[look],
    plate: vehicle?.plate ?? (booking.plate || booking.idToken || ''),
    customer: customer?.name ?? '',
    vehicle: vehicle?.name ?? '',
    ...span,
    overstayFrom: overstayFrom(booking, span),
    missedUntil: look === 'late' ? Math.min(now, span.until) : null,
    traces: tracesOf(booking, span),
    slackUntil: slackUntil(booking, span),
    receivedWh,
    neededWh,
    share: neededWh === null || receivedWh === null ? null : Math.min(1, receivedWh / neededWh),
    atRisk: isAtRisk(facts, neededWh, receivedWh ?? 0, now),
    idleMin: idleMin(booking, now),
    waitsUntil: look === 'waiting' ? waitsUntil(facts.line, now) : null,
    visit: facts.visit,
    plan: look === 'charging' || look === 'waiting' ? facts.line : null,
  }
}

/** Whether the plan pauses it and it draws nothing, whatever word its charger has for that. */
function isPaused({ transaction, line }: BarFacts, now: Instant): boolean {
  if (line === null || transaction === null || transaction.powerW !== 0) return false
  return powerAt(line.powers, now)?.powerW === 0 && line.remainingWh > 0
}

/** When it is to charge again. */
function waitsUntil(line: PlanLine | null, now: Instant): Instant | null {
  if (line === null || (powerAt(line.powers, now)?.powerW ?? 0) > 0) return null
  return goesOnAt(line.powers, now)
}

/** The time a booking takes up on its row: as agreed until its car is there, then as it is, a car that overstays until now. */
export function spanOf(booking: Booking, now: Instant): Span {
  const from = booking.arrivedAt ?? booking.arrivesAt
  const until =
    booking.state === 'left'
      ? (booking.leftAt ?? booking.departsAt)
      : presentStates.has(booking.state)
        ? Math.max(booking.departsAt, now)
        : booking.departsAt
  return { from, until: Math.max(until, from + MINUTE) }
}

function lookOf(facts: BarFacts, now: Instant): BarLook {
  const { booking, transaction, place } = facts
  // The transaction is told to have ended a little before a walk-up's booking is.
  if (booking.state === 'charging' && transaction?.state === 'finished') return 'finished'
  switch (booking.state) {
    case 'confirmed':
      return now > booking.arrivesAt ? 'late' : 'booked'
    case 'arrived':
    case 'charging':
      if (place === 'fault' || place === 'offline') return place
      if (place === 'waiting' || place === 'waitingCar') return place
      return isPaused(facts, now) ? 'waiting' : booking.state
    default:
      return booking.state
  }
}

function idleMin(booking: Booking, now: Instant): number | null {
  if (booking.state !== 'finished' || booking.finishedAt === null) return null
  return Math.max(0, Math.floor((now - booking.finishedAt) / MINUTE))
}

function overstayFrom(booking: Booking, { from, until }: Span): Instant | null {
  if (booking.state !== 'left' && !presentStates.has(booking.state)) return null
  return until > booking.departsAt ? Math.max(from, booking.departsAt) : null
}

function tracesOf(booking: Booking, { from, until }: Span): Span[] {
  const traces: Span[] = []
  if (booking.arrivesAt < from) traces.push({ from: booking.arrivesAt, until: from })
  if (booking.state === 'left' && until < booking.departsAt)
    traces.push({ from: until, until: booking.departsAt })
  return traces
}

function slackUntil(booking: Booking, { until }: Span): Instant | null {
  const latest = booking.flexibility === 'flexible' ? booking.latestDepartsAt : null
  const open = booking.state === 'requested' || booking.state === 'confirmed'
  if (latest === null || !(open || presentStates.has(booking.state))) return null
  return latest > until ? latest : null
}

function isAtRisk(
  { booking, connector, vehicle, line }: BarFacts,
  neededWh: number | null,
  receivedWh: number,
  now: Instant,
): boolean {
  const waits = booking.state === 'requested' || booking.state === 'confirmed'
  const fills = booking.state === 'arrived' || booking.state === 'charging'
  if (neededWh === null || connector === null || !(waits || fills)) return false
  if (line !== null && line.shortfallWh > 0) return true
  const powerW = powerBetween(connector, vehicle)
  if (powerW === null) return false
  const left = booking.departsAt - Math.max(now, booking.arrivesAt)
  return neededWh - receivedWh > mostWh(powerW, left)
}
