import { createHash } from 'node:crypto'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { decide } from '../../../shared/domain/booking/decide.ts'
import { depositOf } from '../../../shared/domain/visit/deposit.ts'
import { energyNeedOf } from '../../../shared/domain/visit/need.ts'
import { visitRefusalsOf } from '../../../shared/domain/visit/refusals-of.ts'
import type { Visit, VisitPays, VisitWish } from '../../../shared/domain/visit/visit.ts'
import { windowRefusals } from '../../../shared/domain/visit/window-rules.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { DAY, MINUTE } from '../../../shared/time/instant.ts'
import { billOfBooking } from '../bill/follow-bookings.ts'
import { reservationNumbers, saveChanges } from '../booking/save.ts'
import { surroundingsOf } from '../booking/surroundings.ts'
import type { Writes } from '../store/writes.ts'
import { askForDeposit } from './ask.ts'
import { houseRulesOf } from './house-rules.ts'
import { priceOfVisit, type VisitPrice } from './price.ts'
import { type Refused, refused, type VisitRooms } from './rooms.ts'
import {
  canPayOnline,
  flexible,
  planOf,
  priceRefusals,
  type Who,
  whoRefusals,
  type Window,
} from './wish.ts'

/** For so long after its end a visit's link shows what it came to, and its receipts. */
export const LINK_LASTS_MS = 30 * DAY

/** A window that a driver takes. */
export interface BookWish extends Who, Window {
  /** Made by the phone and told to nobody else: whoever asks under it again is given the same visit. */
  readonly secretId: Id
  readonly wish: VisitWish
  readonly pays: VisitPays
  /** The price that was shown, minor units; null where none was. */
  readonly seenMinor: number | null
}

export type Booked = { readonly kind: 'booked'; readonly visit: Visit } | Refused

/** What is kept of the secret under which a phone asks. */
export function askedUnder(secretId: Id): string {
  return createHash('sha256').update(`visit\0${secretId}`).digest('hex')
}

/** The visit that a phone asked for under that secret already. */
export function visitAskedFor(tx: Writes, secretId: Id): Visit | undefined {
  return tx.find('visit', { askedAs: askedUnder(secretId) })[0]
}

/**
 * Books a window beforehand, all in one unit: it is promised, its bill made, and its money asked for, or nothing is. Until
 * what is to be paid first is there, the booking is only asked for, and its place held for as long as the rules say.
 */
export function bookAheadByDriver(tx: Writes, rooms: VisitRooms, wish: BookWish): Booked {
  const known = visitAskedFor(tx, wish.secretId)
  if (known !== undefined) return { kind: 'booked', visit: known }
  const rules = houseRulesOf(tx)
  const { arrivesAt, departsAt, isFlexible } = wish
  const against = [
    ...windowRefusals({ kind: 'ahead', arrivesAt, departsAt }, rules, tx.now),
    ...whoRefusals(tx, rules, wish),
  ]
  if (against.length > 0) return refused(...against)
  const priced = priceOfVisit(
    tx,
    { ...wish, need: energyNeedOf(wish.need), ...flexible(isFlexible, departsAt) },
    'driver',
  )
  const money = moneyRefusals(tx, rooms, wish, priced)
  if (money.kind === 'refused') return money
  const { depositMinor } = money
  const bookingId = tx.newId()
  const around = surroundingsOf(tx, rooms.promises)
  const plan = planOf(wish, bookingId, wish.plate)
  const decision = decide(
    [
      {
        kind: 'create',
        ...{ id: bookingId, origin: 'desk', requested: depositMinor > 0, plan },
      },
    ],
    around,
    reservationNumbers(tx),
  )
  if (decision.kind === 'refused') return refused(...visitRefusalsOf(decision.refusals))
  const booking = byDriver(decision.changes[0]?.after ?? null)
  saveChanges(tx, rooms.chargers, [{ before: null, after: booking }], { act: 'create' })
  const bill = priced.priceMinor === null ? undefined : billOfBooking(tx, bookingId)
  const visit = addVisit(tx, wish, {
    ...{ kind: 'ahead', bookingId, depositMinor },
    state: depositMinor > 0 ? 'unpaid' : 'agreed',
    holdUntil: depositMinor > 0 ? tx.now + rules.holdMin * MINUTE : null,
    endsAt: departsAt,
  })
  if (depositMinor > 0 && bill !== undefined) {
    const asked = askForDeposit(tx, rooms, visit, bill, depositMinor)
    if (asked.kind === 'refused') return asked
  }
  return { kind: 'booked', visit }
}

/** Whether it may be paid so, and how much of it is paid while booking. */
export function moneyRefusals(
  tx: Writes,
  rooms: VisitRooms,
  { pays, seenMinor }: Pick<BookWish, 'pays' | 'seenMinor'>,
  { priceMinor, currency, settlement }: VisitPrice,
): Refused | { readonly kind: 'priced'; readonly depositMinor: number } {
  const rules = houseRulesOf(tx)
  const costs = settlement === 'pay' && priceMinor !== null && priceMinor > 0
  const isOffered = pays === 'online' ? rules.paysOnline : rules.paysAtDesk
  if (costs && !isOffered) return refused({ code: 'notTaken' })
  const changed = priceRefusals(priceMinor, seenMinor)
  if (changed.length > 0) return refused(...changed)
  const depositMinor = costs ? depositOf(priceMinor, currency, pays, rules) : 0
  if (depositMinor > 0 && !canPayOnline(rooms)) return refused({ code: 'noPayment' })
  return { kind: 'priced', depositMinor }
}

function byDriver(booking: Booking | null): Booking {
  if (booking === null) throw new Error('A new booking is a change.')
  return { ...booking, origin: 'driver' }
}

/** What of a new visit its kind says. */
type Made = Pick<Visit, 'kind' | 'bookingId' | 'depositMinor' | 'state' | 'holdUntil'> & {
  /** When the stay is over, as far as anybody knows. */
  readonly endsAt: number
}

/** Writes a new visit down. */
export function addVisit(
  tx: Writes,
  {
    secretId,
    wish,
    isFlexible,
    plate,
    phone,
    email,
    language,
    pays,
  }: Who & Pick<BookWish, 'secretId' | 'wish' | 'isFlexible' | 'pays'>,
  { endsAt, ...made }: Made,
): Visit {
  const visit: Visit = {
    ...{ id: tx.newId(), ...made, endReason: null, wish, isFlexible },
    ...{ plate, phone, email, language, pays, lapse: null, expectedAt: null },
    ...{ askedAs: askedUnder(secretId), generation: 0, expiresAt: endsAt + LINK_LASTS_MS },
    ...{ since: tx.now, createdAt: tx.now, updatedAt: tx.now },
  }
  tx.insert('visit', visit)
  const act = visit.state === 'waiting' ? 'visit.wait' : 'visit.book'
  const { askedAs: _secret, ...told } = visit
  tx.journal({ act, noun: 'visit', nounId: visit.id, after: told })
  return visit
}
