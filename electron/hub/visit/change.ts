import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { BookingCommand, BookingPatch } from '../../../shared/domain/booking/command.ts'
import { judge } from '../../../shared/domain/booking/decide.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import { presentStates } from '../../../shared/domain/booking/states.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { energyNeedOf, type VisitNeed } from '../../../shared/domain/visit/need.ts'
import type { VisitRefusal } from '../../../shared/domain/visit/refusal.ts'
import { visitRefusalsOf } from '../../../shared/domain/visit/refusals-of.ts'
import { changePrice, type ChangePrice } from '../../../shared/domain/visit/change-price.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { lengthRefusals, windowRefusals } from '../../../shared/domain/visit/window-rules.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { estimateOf } from '../bill/estimate.ts'
import { followBooking } from '../bill/follow-bookings.ts'
import { changeBill } from '../bill/refresh.ts'
import { applyCommands } from '../booking/apply.ts'
import { surroundingsOf } from '../booking/surroundings.ts'
import type { Writes } from '../store/writes.ts'
import { callOffAsked } from './advance.ts'
import { askForDeposit } from './ask.ts'
import { LINK_LASTS_MS } from './book.ts'
import { type VisitRows, visitRows } from './facts.ts'
import { giveBackOf } from './give-back.ts'
import { houseRulesOf } from './house-rules.ts'
import { type Refused, refused, type VisitRooms } from './rooms.ts'
import { walkUpNeedOf } from './begin-now.ts'
import { canPayOnline, flexible } from './wish.ts'

/** What a driver wants otherwise; what is left out stays. */
export interface VisitChanges {
  readonly need?: VisitNeed | undefined
  readonly place?: { readonly stationId: Id; readonly connectorId: number } | undefined
  readonly arrivesAt?: number | undefined
  readonly departsAt?: number | undefined
  readonly isFlexible?: boolean | undefined
}

/** What a change would come to. */
export type CheckedChange = ChangePrice & {
  readonly refusals: readonly VisitRefusal[]
  readonly arrivesAt: number
  readonly departsAt: number
  readonly energyWh: number | null
}

/** What a change would come to; nothing is written. */
export function checkChange(
  tx: Writes,
  rooms: VisitRooms,
  visit: Visit,
  changes: VisitChanges,
): CheckedChange | Refused {
  const rows = visitRows(tx, visit)
  const { booking } = rows
  if (booking === null || visit.state !== 'agreed' || hasEnded(booking))
    return refused({ code: 'notNow' })
  const after = changed(booking, visit, changes)
  const patch = patchOf(booking, after)
  const command: BookingCommand = { kind: 'change', id: booking.id, patch }
  const decision = judge([command], surroundingsOf(tx, rooms.promises))
  const refusals = [
    ...ruleRefusals(tx, rows, booking, after),
    ...(decision.kind === 'refused' ? visitRefusalsOf(decision.refusals) : []),
  ]
  const price = priceOf(tx, rows, booking, after)
  const { arrivesAt, departsAt, need } = after
  const energyWh = need === null ? null : needWh(need)
  if (price.toPayMinor > 0 && !canPayOnline(rooms)) refusals.push({ code: 'noPayment' })
  return { ...price, refusals, arrivesAt, departsAt, energyWh }
}

export type Changed = { readonly kind: 'changed'; readonly visit: Visit } | Refused

/**
 * Changes a visit, all in one unit: the window is promised anew, its bill follows, what is to be paid more is asked for and
 * what is too much goes back. What was asked for and is not paid in time is undone again, see `lapse.ts`.
 * @param wish.revision of the booking as its driver saw it
 * @param wish.seenMinor the whole price as it was shown
 */
export function changeVisit(
  tx: Writes,
  rooms: VisitRooms,
  visit: Visit,
  wish: {
    readonly changes: VisitChanges
    readonly revision: number
    readonly seenMinor: number | null
  },
): Changed {
  const rows = visitRows(tx, visit)
  const { booking } = rows
  if (booking === null || visit.state !== 'agreed' || hasEnded(booking))
    return refused({ code: 'notNow' })
  if (booking.revision !== wish.revision) return refused({ code: 'changedSince' })
  const after = changed(booking, visit, wish.changes)
  const against = ruleRefusals(tx, rows, booking, after)
  if (against.length > 0) return refused(...against)
  const price = priceOf(tx, rows, booking, after)
  const { priceMinor } = price
  if ((priceMinor ?? 0) > (wish.seenMinor ?? 0))
    return refused({ code: 'priceChanged', priceMinor })
  if (price.toPayMinor > 0 && !canPayOnline(rooms)) return refused({ code: 'noPayment' })
  const patch = patchOf(booking, after)
  const applied = applyCommands(
    tx,
    rooms,
    [{ kind: 'change', id: booking.id, revision: wish.revision, patch }],
    { act: 'change' },
  )
  if (applied.kind === 'refused') return refused(...visitRefusalsOf(applied.refused.refusals))
  return settle(tx, rooms, rows, booking, { ...wish.changes, ...price, after })
}

/** Writes the change into the visit, its walk-up and its bill, and has the difference paid or given back. */
function settle(
  tx: Writes,
  rooms: VisitRooms,
  rows: VisitRows,
  before: Booking,
  to: VisitChanges & ChangePrice & { readonly after: Booking },
): Changed {
  const { visit, walkUp } = rows
  const { after, toPayMinor, toRefundMinor, depositMinor } = to
  const need = to.need ?? visit.wish.need
  if (walkUp !== null)
    tx.update('walkUp', walkUp.id, { need: walkUpNeedOf(need, after.departsAt), updatedAt: tx.now })
  followNow(tx, rooms, rows, after)
  const { holdMin } = houseRulesOf(tx)
  const visitAfter = tx.change('visit', visit, {
    wish: { need, arrivesFrom: after.arrivesAt, departsBy: after.departsAt },
    ...{ isFlexible: after.flexibility === 'flexible', depositMinor },
    // The car comes when it was booked anew.
    expectedAt: after.arrivesAt === before.arrivesAt ? visit.expectedAt : null,
    lapse: toPayMinor > 0 ? lapseOf(visit, before, tx.now + holdMin * MINUTE) : null,
    expiresAt: Math.max(visit.expiresAt, after.departsAt + LINK_LASTS_MS),
    updatedAt: tx.now,
  })
  tx.journal({
    act: 'visit.change',
    noun: 'visit',
    nounId: visit.id,
    before: windowOf(before),
    after: { ...windowOf(after), toPayMinor, toRefundMinor },
  })
  const now = visitRows(tx, visitAfter)
  // What was asked for before is another sum by now.
  callOffAsked(tx, rooms, now, 'The visit was changed.')
  if (now.bill !== null && toPayMinor > 0) {
    const asked = askForDeposit(tx, rooms, visitAfter, now.bill, toPayMinor)
    if (asked.kind === 'refused') return asked
  }
  if (now.bill !== null && toRefundMinor > 0)
    giveBackOf(tx, rooms, now.bill, toRefundMinor, 'The visit was changed.')
  return { kind: 'changed', visit: visitAfter }
}

/** The bill as the changed booking makes it, without waiting for the next look at it. */
function followNow(tx: Writes, rooms: VisitRooms, { bill }: VisitRows, after: Booking): void {
  if (bill?.state === 'estimated') followBooking(tx, bill, rooms.settled)
  else if (bill?.state === 'running') {
    const { estimatedMinor } = estimateOf(tx, after, bill)
    changeBill(tx, bill, { estimatedMinor: Math.max(estimatedMinor, bill.inclMinor) })
  }
}

/** Where it goes back to; a change of a change goes back to what was paid. */
function lapseOf({ lapse, ...visit }: Visit, before: Booking, until: number): Visit['lapse'] {
  if (lapse !== null) return { ...lapse, until }
  const { arrivesAt, departsAt, stationId, connectorId } = before
  if (stationId === null || connectorId === null) return null
  const { isFlexible, depositMinor, wish } = visit
  const { need } = wish
  return { until, arrivesAt, departsAt, stationId, connectorId, need, isFlexible, depositMinor }
}

const windowOf = ({ stationId, connectorId, arrivesAt, departsAt, need }: Booking) => ({
  ...{ stationId, connectorId, arrivesAt, departsAt, need },
})

const hasEnded = ({ state }: Booking): boolean =>
  state === 'finished' || state === 'left' || state === 'noShow' || state === 'cancelled'

/** The booking as it would be. */
function changed(booking: Booking, visit: Visit, changes: VisitChanges): Booking {
  const isPresent = presentStates.has(booking.state)
  const departsAt = changes.departsAt ?? booking.departsAt
  const need = changes.need === undefined ? booking.need : energyNeedOf(changes.need)
  return {
    ...booking,
    ...changes.place,
    arrivesAt: isPresent ? booking.arrivesAt : (changes.arrivesAt ?? booking.arrivesAt),
    ...{ departsAt, need },
    // A stay keeps the price that it began with, so it keeps its side of that too.
    ...flexible((isPresent ? undefined : changes.isFlexible) ?? visit.isFlexible, departsAt),
  }
}

/** Only what is another, so that nothing that is as it was is held against it. */
function patchOf(before: Booking, after: Booking): BookingPatch {
  const { stationId, connectorId, arrivesAt, departsAt, need } = after
  const { flexibility, latestDepartsAt } = after
  const place = { stationId, connectorId, arrivesAt }
  return {
    ...(presentStates.has(before.state) ? {} : place),
    ...{ departsAt, need, flexibility, latestDepartsAt },
  }
}

function ruleRefusals(
  tx: Writes,
  { visit }: VisitRows,
  before: Booking,
  after: Booking,
): VisitRefusal[] {
  const rules = houseRulesOf(tx)
  const { arrivesAt, departsAt } = after
  if (arrivesAt !== before.arrivesAt)
    return windowRefusals({ kind: 'ahead', arrivesAt, departsAt }, rules, tx.now)
  const lengthMs = departsAt - arrivesAt
  const isLonger = lengthMs > before.departsAt - before.arrivesAt
  if (lengthMs <= 0) return [{ code: 'departureBeforeArrival' }]
  return isLonger || visit.kind === 'ahead' ? lengthRefusals(lengthMs, rules) : []
}

function priceOf(
  tx: Writes,
  { visit, bill, payments }: VisitRows,
  before: Booking,
  after: Booking,
): ChangePrice {
  const estimate = (booking: Booking) => estimateOf(tx, booking, bill)
  const [was, becomes] = [estimate(before), estimate(after)]
  return changePrice({
    ...{ visit, bill, payments, rules: houseRulesOf(tx) },
    wasMinor: was.tariffVersionId === null ? null : was.inclMinor,
    becomesMinor: becomes.tariffVersionId === null ? null : becomes.inclMinor,
    ...{ currency: becomes.currency, settlement: becomes.settlement },
  })
}
