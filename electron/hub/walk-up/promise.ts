import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { NewBooking } from '../../../shared/domain/booking/command.ts'
import { type Decision, decide, judge } from '../../../shared/domain/booking/decide.ts'
import type { Surroundings } from '../../../shared/domain/booking/surroundings.ts'
import { powerBetween } from '../../../shared/domain/connector/equipment.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { holdMinor } from '../../../shared/domain/payment/hold.ts'
import { needWh } from '../../../shared/domain/booking/need.ts'
import type { Promised } from '../../../shared/domain/walk-up/choice.ts'
import type { WalkUpNeed } from '../../../shared/domain/walk-up/need.ts'
import { walkUpWindows } from '../../../shared/domain/walk-up/window.ts'
import type { WalkUpTerms } from '../../../shared/domain/walk-up/walk-up-terms.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { estimateOf } from '../bill/estimate.ts'
import { nextArrivalOn } from '../booking/life/bookings-here.ts'
import { refusedAs } from '../booking/refused.ts'
import { reservationNumbers } from '../booking/save.ts'
import { paymentTermsOf } from '../payment/terms.ts'
import type { Writes } from '../store/writes.ts'
import type { Car } from './car.ts'

/** A car that comes to a connector now. */
export interface Coming {
  readonly stationId: Id
  readonly connectorId: number
  readonly car: Car
  readonly need: WalkUpNeed
  readonly idToken: string | null
}

type Refused = { readonly kind: 'refused'; readonly refused: RefusedBooking }

/**
 * The booking of a car that comes now, by the shortest window in which all that it is to bring can be promised. What is
 * decided is in the surroundings' occupancy, and not written yet.
 */
export function bookNow(
  tx: Writes,
  around: Surroundings,
  id: Id,
  coming: Coming,
  terms: WalkUpTerms,
): { readonly kind: 'booked'; readonly booking: Booking } | Refused {
  const numbers = reservationNumbers(tx)
  const tried = firstPromised(tx, around, id, coming, terms, (commands) =>
    decide(commands, around, numbers),
  )
  if (tried.kind === 'refused') return tried
  const [change] = tried.changes
  if (!change?.after) throw new Error('A new booking is a change.')
  // Nobody asks it for more time than its window has: it goes when it goes.
  return { kind: 'booked', booking: { ...change.after, origin: 'walkUp' } }
}

/** What could be promised to a car that comes now, and what it would cost; nothing is written. */
export function promiseNow(
  tx: Writes,
  around: Surroundings,
  coming: Coming,
  terms: WalkUpTerms,
): Promised {
  const tried = firstPromised(tx, around, tx.newId(), coming, terms, (commands) =>
    judge(commands, around),
  )
  if (tried.kind === 'refused') {
    const { refusals, alternatives } = tried.refused
    return { promise: null, refusals, alternatives }
  }
  const [change] = tried.changes
  if (!change?.after) throw new Error('A new booking is a change.')
  const booking = change.after
  const thought = estimateOf(tx, { ...booking, id: null, origin: 'walkUp' })
  const { tariffVersionId, settlement, inclMinor, currency } = thought
  const isPaid = tariffVersionId !== null && settlement === 'pay' && inclMinor > 0
  const held = {
    ...paymentTermsOf(tx),
    ...(terms.holdMinor > 0 ? { holdMinor: terms.holdMinor } : {}),
  }
  return {
    promise: {
      departsAt: booking.departsAt,
      energyWh: booking.need === null ? null : needWh(booking.need),
      thoughtWh: thought.energyWh,
      price: tariffVersionId === null ? null : { inclMinor, currency },
      holdMinor: isPaid ? holdMinor(thought, held) : null,
    },
    refusals: [],
    alternatives: [],
  }
}

function firstPromised(
  tx: Writes,
  around: Surroundings,
  id: Id,
  { stationId, connectorId, car, need, idToken }: Coming,
  terms: WalkUpTerms,
  ask: (commands: Parameters<typeof decide>[0]) => Decision,
): (Decision & { kind: 'done' }) | Refused {
  const bay = around.bay(stationId, connectorId)
  const nextAt = nextArrivalOn(tx, stationId, connectorId, tx.now, null)
  const windows = walkUpWindows(need, {
    now: tx.now,
    powerW: bay === undefined ? null : powerBetween(bay.equipment, car.vehicle),
    freeUntil: nextAt === null ? null : nextAt - around.terms.turnaroundMin * MINUTE,
    deliveredWh: 0,
    terms,
  })
  let refused: Refused | null = null
  for (const window of windows) {
    const plan: NewBooking = {
      ...{ stationId, connectorId, arrivesAt: tx.now, ...window },
      ...{ latestDepartsAt: null, flexibility: 'fixed', priority: 'normal', note: '' },
      ...{ vehicleId: car.vehicle?.id ?? null, customerId: car.customerId, idToken },
      plate: car.vehicle === null ? car.plate : '',
    }
    const decision = ask([{ kind: 'create', id, origin: 'desk', requested: false, plan }])
    if (decision.kind === 'done') return decision
    refused = { kind: 'refused', refused: refusedAs(decision, around) }
    // More time helps against these alone.
    const helps = decision.refusals.every(
      ({ code }) => code === 'gridFull' || code === 'needImpossible',
    )
    if (!helps) break
  }
  if (refused === null) throw new Error('There is a window for every need.')
  return refused
}
