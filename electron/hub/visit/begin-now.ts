import type { WalkUpNeed } from '../../../shared/domain/walk-up/need.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import { energyNeedOf, type VisitNeed } from '../../../shared/domain/visit/need.ts'
import { visitRefusalsOf } from '../../../shared/domain/visit/refusals-of.ts'
import { windowRefusals } from '../../../shared/domain/visit/window-rules.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { surroundingsOf } from '../booking/surroundings.ts'
import { nobodyAsked } from '../till/approve.ts'
import type { Writes } from '../store/writes.ts'
import { beginWalkUp } from '../walk-up/begin.ts'
import { promiseNow } from '../walk-up/promise.ts'
import { walkUpTermsOf } from '../walk-up/terms.ts'
import { addVisit, type Booked, type BookWish, moneyRefusals, visitAskedFor } from './book.ts'
import { houseRulesOf } from './house-rules.ts'
import { priceOfVisit } from './price.ts'
import { refused, type VisitRooms } from './rooms.ts'
import { whoRefusals } from './wish.ts'

/** What the desk would write down for it: so much, or whatever flows until the driver leaves. */
export function walkUpNeedOf(need: VisitNeed, departsBy: number): WalkUpNeed {
  const energy = energyNeedOf(need)
  return energy === null
    ? { kind: 'until', at: departsBy }
    : { kind: 'energy', energyWh: needWh(energy) }
}

/** Somebody whom the site does not know: a plate that was typed proves nothing. */
export const nobodysCar = (plate: string) => ({ plate, vehicle: null, customerId: null })

/**
 * Begins to charge at once, as the desk takes a walk-up in: its connector is booked and promised, the money asked for, and
 * the charger told when that is there.
 */
export function beginByDriver(tx: Writes, rooms: VisitRooms, wish: BookWish): Booked {
  const known = visitAskedFor(tx, wish.secretId)
  if (known !== undefined) return { kind: 'booked', visit: known }
  const rules = houseRulesOf(tx)
  const { stationId, connectorId, plate } = wish
  const window = { kind: 'now', arrivesAt: tx.now, departsAt: wish.departsAt } as const
  const against = [...windowRefusals(window, rules, tx.now), ...whoRefusals(tx, rules, wish)]
  if (against.length > 0) return refused(...against)
  if (!rooms.chargers.isConnected(stationId)) return refused({ code: 'offline' })
  const need = walkUpNeedOf(wish.need, wish.departsAt)
  const terms = walkUpTermsOf(tx)
  const coming = { stationId, connectorId, car: nobodysCar(plate), need, idToken: null }
  const { promise, refusals } = promiseNow(tx, surroundingsOf(tx, rooms.promises), coming, terms)
  if (promise === null) return refused(...visitRefusalsOf(refusals))
  const priced = priceOfVisit(
    tx,
    {
      ...{ stationId, connectorId, arrivesAt: tx.now, departsAt: promise.departsAt },
      need: need.kind === 'energy' ? need : null,
      flexibility: 'fixed',
    },
    'walkUp',
  )
  const money = moneyRefusals(tx, rooms, wish, priced)
  if (money.kind === 'refused') return money
  const { depositMinor } = money
  const bookingId = tx.newId()
  const begun = beginWalkUp(tx, rooms, {
    ...{ id: bookingId, stationId, connectorId, car: nobodysCar(plate), need },
    ...{ phone: wish.phone, language: wish.language, tillId: null, movedFromId: null },
    approver: nobodyAsked,
    payment: payOf(depositMinor),
    pays: ['ask', 'later'],
    returnUrl: rooms.returnUrl(),
  })
  switch (begun.kind) {
    case 'refused':
      return refused(...visitRefusalsOf(begun.refused.refusals))
    case 'tooLong':
      return refused({ code: 'tooLong', mostStayMin: begun.mostStayMin })
    case 'notOpened':
    case 'notTaken':
      return refused({ code: 'noPayment' })
    case 'notOffered':
      return refused({ code: 'notTaken' })
    case 'begun':
      return {
        kind: 'booked',
        visit: addVisit(tx, wish, {
          ...{ kind: 'now', bookingId, depositMinor, endsAt: promise.departsAt },
          state: depositMinor > 0 ? 'unpaid' : 'agreed',
          holdUntil: depositMinor > 0 ? tx.now + rules.holdMin * MINUTE : null,
        }),
      }
  }
}

function payOf(depositMinor: number) {
  return depositMinor > 0
    ? ({ kind: 'ask', means: 'checkout', amountMinor: depositMinor } as const)
    : ({ kind: 'later' } as const)
}
