import { latestArrival, mayDo, toPayNow } from '../../../shared/domain/visit/may.ts'
import { openVisits, type Visit } from '../../../shared/domain/visit/visit.ts'
import type { VisitAct } from '../../../shared/domain/visit/visit-view.ts'
import { askedPayments } from '../../../shared/domain/payment/payment.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { applyCommands } from '../booking/apply.ts'
import { turn } from '../booking/life/turn.ts'
import { awaitAgain } from '../../../shared/domain/booking/life.ts'
import { followBooking } from '../bill/follow-bookings.ts'
import type { Requested } from '../command/request.ts'
import type { Writes } from '../store/writes.ts'
import { startBooked } from '../walk-up/start-booked.ts'
import { tellToStop } from '../walk-up/stop.ts'
import { callOffAsked } from './advance.ts'
import { askForDeposit } from './ask.ts'
import { isBlocked } from './blocks.ts'
import { type VisitRows, visitRows } from './facts.ts'
import { houseRulesOf } from './house-rules.ts'
import { standingOf } from './standing.ts'
import { noShowFee } from './price.ts'
import { type Refused, refused, type VisitRooms } from './rooms.ts'
import { endVisit, takeVisitBack } from './take-back.ts'
import type { Who } from './wish.ts'

export type Acted = { readonly kind: 'done'; readonly visit: Visit } | Refused

const done = (visit: Visit): Acted => ({ kind: 'done', visit })

/** Whether a driver may do that as things stand; the same rule says which buttons a phone shows. */
export function may(tx: Writes, rows: VisitRows, act: VisitAct): boolean {
  const standing = standingOf(tx, rows)
  return mayDo({ ...rows, ...standing, rules: houseRulesOf(tx), now: tx.now }).includes(act)
}

/** What cancelling costs now: nothing as long as the rules say so, then what not coming costs. */
export function cancelFee(tx: Writes, { visit, booking, bill }: VisitRows): number {
  if (booking === null || visit.state !== 'agreed' || visit.kind === 'now') return 0
  const freeUntil = booking.arrivesAt - houseRulesOf(tx).cancelFreeMin * MINUTE
  return tx.now <= freeUntil ? 0 : noShowFee(tx, booking, bill)
}

/** Cancels a visit under the house rules: what was paid goes back, less what a late word costs. */
export function cancelVisit(
  tx: Writes,
  rooms: VisitRooms,
  visit: Visit,
  seenFeeMinor: number,
): Acted {
  const rows = visitRows(tx, visit)
  const { booking, bill } = rows
  if (!may(tx, rows, 'cancel')) return refused({ code: 'notNow' })
  const feeMinor = cancelFee(tx, rows)
  if (feeMinor > seenFeeMinor) return refused({ code: 'priceChanged', priceMinor: feeMinor })
  const why = 'Its driver cancelled it.'
  if (feeMinor === 0 || booking === null || bill === null) {
    const ended = takeVisitBack(tx, rooms, visit, 'cancelled', why)
    return ended === null ? refused({ code: 'notNow' }) : done(ended)
  }
  // Told late it costs what not coming costs, and is billed as that is.
  callOffAsked(tx, rooms, rows, why)
  if (booking.state === 'arrived') turn(tx, booking, 'await', awaitAgain(booking))
  const givenUp = applyCommands(tx, rooms, [{ kind: 'noShow', id: booking.id }], {
    act: 'noShow',
  })
  if (givenUp.kind === 'refused') return refused({ code: 'notNow' })
  followBooking(tx, bill, rooms.settled)
  return done(endVisit(tx, visit, 'cancelled', why))
}

/** Gets out of line. */
export function leaveLine(tx: Writes, visit: Visit): Acted {
  if (visit.state !== 'waiting') return refused({ code: 'notNow' })
  return done(endVisit(tx, visit, 'cancelled'))
}

/** Asks for what is to be paid now, unless somebody is asked already. */
export function payVisit(tx: Writes, rooms: VisitRooms, visit: Visit): Acted {
  const { bill, payments } = visitRows(tx, visit)
  const amountMinor = bill === null ? 0 : toPayNow(visit, bill)
  if (bill === null || amountMinor <= 0) return refused({ code: 'notNow' })
  const isAsked = payments.some(
    ({ state }) => askedPayments.has(state) || state === 'processing' || state === 'unknown',
  )
  if (isAsked) return done(visit)
  const asked = askForDeposit(tx, rooms, visit, bill, amountMinor)
  if (asked.kind === 'refused') return asked
  const { holdMin } = houseRulesOf(tx)
  // Whoever tries again is given the time for it, once.
  const isHeld = visit.state === 'unpaid' && visit.holdUntil !== null
  const until = tx.now + holdMin * MINUTE
  const latest = visit.createdAt + 2 * holdMin * MINUTE
  return done(
    isHeld
      ? tx.change('visit', visit, {
          holdUntil: Math.max(visit.holdUntil ?? 0, Math.min(until, latest)),
          updatedAt: tx.now,
        })
      : visit,
  )
}

/** Has the charger start for a car that is plugged in at its place. */
export function startVisit(tx: Writes, rooms: VisitRooms, visit: Visit): Acted {
  const rows = visitRows(tx, visit)
  if (rows.booking === null || !may(tx, rows, 'start')) return refused({ code: 'notNow' })
  return told(startBooked(tx, rooms, rows.booking), visit)
}

/** Has the charger stop. */
export function stopVisit(tx: Writes, rooms: VisitRooms, visit: Visit): Acted {
  const rows = visitRows(tx, visit)
  if (rows.booking === null || !may(tx, rows, 'stop')) return refused({ code: 'notNow' })
  return told(tellToStop(tx, rooms, rows.booking), visit)
}

function told(asked: Requested | { readonly kind: 'elsewhere' | 'idle' }, visit: Visit): Acted {
  switch (asked.kind) {
    case 'requested':
      return done(visit)
    case 'offline':
      return refused({ code: 'offline' })
    case 'tooMany':
      return refused({ code: 'busy' })
    case 'elsewhere':
    case 'idle':
      return refused({ code: 'notNow' })
  }
}

/** Says that the car comes later; until then, and the grace after it, nobody takes it for a no-show. */
export function comesLater(tx: Writes, visit: Visit, expectedAt: number): Acted {
  const rows = visitRows(tx, visit)
  const { booking } = rows
  if (booking === null || !may(tx, rows, 'late')) return refused({ code: 'notNow' })
  const rules = houseRulesOf(tx)
  if (expectedAt > latestArrival(booking, rules))
    return refused({ code: 'tooLate', lateMin: rules.lateMin })
  if (expectedAt < tx.now) return refused({ code: 'inThePast' })
  const after = tx.change('visit', visit, { expectedAt, updatedAt: tx.now })
  tx.journal({
    ...{ act: 'visit.late', noun: 'visit', nounId: visit.id },
    before: { expectedAt: visit.expectedAt },
    after: { expectedAt },
  })
  return done(after)
}

/** Changes how the driver is reached and spoken to. */
export function changeContact(
  tx: Writes,
  visit: Visit,
  words: { [Word in keyof Who]?: Who[Word] | undefined },
): Acted {
  if (words.plate !== undefined && !openVisits.has(visit.state)) return refused({ code: 'notNow' })
  if (isBlocked(tx, { plate: '', phone: '', email: '', ...withoutUndefined(words) }))
    return refused({ code: 'blocked' })
  const after = tx.update('visit', visit.id, { ...words, updatedAt: tx.now }) ?? visit
  if (words.plate !== undefined && visit.bookingId !== null) {
    tx.update('booking', visit.bookingId, { plate: words.plate, updatedAt: tx.now })
    tx.update('walkUp', visit.bookingId, { plate: words.plate, updatedAt: tx.now })
  }
  tx.journal({ act: 'visit.contact', noun: 'visit', nounId: visit.id })
  return done(after)
}

function withoutUndefined(words: { [Word in keyof Who]?: Who[Word] | undefined }): Partial<Who> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined))
}
