import { decide } from '../../../shared/domain/booking/decide.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import { energyNeedOf } from '../../../shared/domain/visit/need.ts'
import { inLine } from '../../../shared/domain/visit/in-line.ts'
import type { Visit, VisitPays, VisitWish } from '../../../shared/domain/visit/visit.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Offer } from '../../../shared/domain/offer/offer.ts'
import { spanOf } from '../../../shared/domain/visit/offers.ts'
import { lengthRefusals } from '../../../shared/domain/visit/window-rules.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { billOfBooking } from '../bill/follow-bookings.ts'
import { applyCommands } from '../booking/apply.ts'
import { reservationNumbers, saveChanges } from '../booking/save.ts'
import { surroundingsOf } from '../booking/surroundings.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import type { Acted } from './acts.ts'
import { askForDeposit } from './ask.ts'
import { addVisit, type Booked, moneyRefusals, visitAskedFor } from './book.ts'
import { visitRows } from './facts.ts'
import { houseRulesOf } from './house-rules.ts'
import { priceOfVisit } from './price.ts'
import { refused, type VisitRooms } from './rooms.ts'
import { planOf, type Who, whoRefusals } from './wish.ts'

/** How many in line are looked for at once. */
const LOOKED_FOR = 10

/** Gets somebody in line where nothing is free. */
export function waitInLine(
  tx: Writes,
  wish: Who & { readonly secretId: Id; readonly wish: VisitWish; readonly pays: VisitPays },
): Booked {
  const known = visitAskedFor(tx, wish.secretId)
  if (known !== undefined) return { kind: 'booked', visit: known }
  const rules = houseRulesOf(tx)
  if (!rules.takesWaiting || !rules.takesAhead) return refused({ code: 'notTaken' })
  const against = whoRefusals(tx, rules, wish)
  if (against.length > 0) return refused(...against)
  const { departsBy } = wish.wish
  if (spanOf(wish.wish, 'ahead', rules, tx.now) === null)
    return refused({ code: departsBy <= tx.now ? 'inThePast' : 'departureBeforeArrival' })
  return {
    kind: 'booked',
    visit: addVisit(
      tx,
      { ...wish, isFlexible: false },
      {
        ...{ kind: 'ahead', state: 'waiting', bookingId: null, depositMinor: 0, holdUntil: null },
        endsAt: departsBy,
      },
    ),
  }
}

/** Offers what has come free to who is next in line, and holds it for them for a while. */
export async function promoteLine(store: Store, rooms: VisitRooms): Promise<void> {
  const waiting = inLine(await store.reads.find('visit', { state: 'waiting' }))
  for (const visit of waiting.slice(0, LOOKED_FOR)) {
    const found = await placeFor(store, rooms, visit)
    if (found !== null) await store.work('hub', (tx) => offerPlace(tx, rooms, visit.id, found))
  }
}

async function placeFor(store: Store, rooms: VisitRooms, visit: Visit): Promise<Offer | null> {
  const { rules, span } = await store.work('hub', (tx) => {
    const now = houseRulesOf(tx)
    return { rules: now, span: spanOf(visit.wish, 'ahead', now, tx.now) }
  })
  if (span === null) return null
  const found = await rooms.findOffers(
    {
      ...{ need: energyNeedOf(visit.wish.need), vehicleId: null },
      ...{ arrivesFrom: span.from, departsBy: span.until },
    },
    { best: [{ order: 'soonest', limit: 4 }], tellsMost: false },
  )
  if (found.kind !== 'found') return null
  const fits = ({ arrivesAt, departsAt }: Offer): boolean =>
    lengthRefusals(departsAt - arrivesAt, rules).length === 0
  return found.offers.find(fits) ?? null
}

function offerPlace(tx: Writes, rooms: VisitRooms, visitId: Id, offer: Offer): void {
  const visit = tx.get('visit', visitId)
  if (visit?.state !== 'waiting') return
  const bookingId = tx.newId()
  const { need } = visit.wish
  const plan = planOf({ ...offer, need, isFlexible: visit.isFlexible }, bookingId, visit.plate)
  const decision = decide(
    [{ kind: 'create', id: bookingId, origin: 'desk', requested: true, plan }],
    surroundingsOf(tx, rooms.promises),
    reservationNumbers(tx),
  )
  // Somebody was quicker: it goes on waiting.
  const made = decision.kind === 'done' ? decision.changes[0]?.after : null
  if (!made) return
  const booking = { ...made, origin: 'driver' as const }
  saveChanges(tx, rooms.chargers, [{ before: null, after: booking }], { act: 'create' })
  billOfBooking(tx, bookingId)
  tx.change('visit', visit, {
    ...{ state: 'offered', bookingId, since: tx.now, updatedAt: tx.now },
    holdUntil: tx.now + houseRulesOf(tx).claimMin * MINUTE,
  })
  tx.journal({
    ...{ act: 'visit.offer', noun: 'visit', nounId: visit.id },
    after: { bookingId, wh: booking.need === null ? null : needWh(booking.need) },
  })
}

/** Takes what was offered to who was in line, at the price that was shown. */
export function claimVisit(
  tx: Writes,
  rooms: VisitRooms,
  visit: Visit,
  seenMinor: number | null,
): Acted {
  const { booking, bill } = visitRows(tx, visit)
  if (visit.state !== 'offered' || booking?.state !== 'requested')
    return refused({ code: 'notNow' })
  const priced = priceOfVisit(tx, booking, booking.origin)
  const money = moneyRefusals(tx, rooms, { pays: visit.pays, seenMinor }, priced)
  if (money.kind === 'refused') return money
  const { depositMinor } = money
  const isUnpaid = depositMinor > 0
  if (!isUnpaid) applyCommands(tx, rooms, [{ kind: 'confirm', id: booking.id }], { act: 'confirm' })
  const holdMs = houseRulesOf(tx).holdMin * MINUTE
  const after = tx.change('visit', visit, {
    ...{ depositMinor, state: isUnpaid ? 'unpaid' : 'agreed' },
    ...{ holdUntil: isUnpaid ? tx.now + holdMs : null, since: tx.now, updatedAt: tx.now },
  })
  tx.journal({ act: 'visit.claim', noun: 'visit', nounId: visit.id })
  if (!isUnpaid || bill === null) return { kind: 'done', visit: after }
  const asked = askForDeposit(tx, rooms, after, bill, depositMinor)
  return asked.kind === 'refused' ? asked : { kind: 'done', visit: after }
}
