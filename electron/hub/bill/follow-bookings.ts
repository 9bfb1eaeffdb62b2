import { pricesReservation } from '../../../shared/domain/bill/finalise.ts'
import { noShowPeriods } from '../../../shared/domain/bill/periods.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { endedStates } from '../../../shared/domain/booking/states.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { DAY } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'
import { tariffBook } from '../tariff/choose.ts'
import { addBill } from './add-bill.ts'
import { tariffOfBill } from './basis.ts'
import { placeOfBooking } from './bill-place.ts'
import { estimateOf } from './estimate.ts'
import { makeFinal, makeVoid, type Settled } from './make-final.ts'
import { changeBill } from './refresh.ts'
import { siteNow } from '../site/site-now.ts'

/**
 * The booking's bill, made with its estimate where there is none yet, or where what it had became void and it stands again;
 * undefined where there is no such booking.
 */
export function billOfBooking(tx: Writes, bookingId: Id): Bill | undefined {
  const booking = tx.get('booking', bookingId)
  if (booking === undefined) return undefined
  const bills = tx.find('bill', { bookingId })
  const last = bills.toSorted((a, b) => a.createdAt - b.createdAt || a.revision - b.revision).at(-1)
  const isOver = endedStates.has(booking.state)
  if (last !== undefined && (last.state !== 'void' || isOver)) return last
  return addBill(tx, estimateOf(tx, booking))
}

/** The estimated bills whose bookings have changed or are gone. */
export function behindTheirBookings(tx: Writes): Id[] {
  const changed = tx.sql(
    `select bill.id from bill left join booking on booking.id = bill.bookingId
      where bill.state = 'estimated' and (booking.id is null or booking.updatedAt > bill.updatedAt)`,
    [],
  )
  return changed.map(({ id }) => String(id))
}

/**
 * Lets an estimated bill follow its booking: priced anew when that has changed, void when it is cancelled or gone, the
 * fee of one who never came. @returns the bill as it now is
 */
export function followBooking(tx: Writes, bill: Bill, settled: Settled): Bill {
  const booking = bill.bookingId === null ? undefined : tx.get('booking', bill.bookingId)
  if (booking === undefined) makeVoid(tx, bill, 'removed', settled)
  else if (booking.state === 'noShow') endUnused(tx, bill, booking, settled)
  else if (booking.state === 'cancelled' || booking.state === 'left')
    makeVoid(tx, bill, booking.state, settled)
  else changeBill(tx, bill, estimateOf(tx, booking, bill))
  return tx.get('bill', bill.id) ?? bill
}

/** What it costs not to come; nothing where the tariff says nothing of it. */
function endUnused(tx: Writes, bill: Bill, booking: Booking, settled: Settled): void {
  const tariff = tariffOfBill(tx, bill)
  if (tariff === null || !pricesReservation(tariff))
    return makeVoid(tx, bill, booking.state, settled)
  const { settlement } = bill
  const { timeZone } = siteNow(tx)
  const periods = noShowPeriods(booking, booking.updatedAt)
  const basis = { tariff, settlement, timeZone, corrections: [], periods, energyWh: 0 }
  makeFinal(tx, bill, basis, { reason: 'noShow', endsAt: booking.updatedAt }, settled)
}

/** Who was expected lately, never came, and has no bill because nobody had asked what it would cost. */
export function unbilledNoShows(tx: Writes): Id[] {
  const missed = tx.sql(
    `select id from booking where state = 'noShow' and arrivesAt between ? and ?
      and not exists (select 1 from bill where bookingId = booking.id)`,
    [tx.now - DAY, tx.now],
  )
  // Where no tariff has a price for it none of them ever gets a bill, and would be looked at anew each time.
  if (missed.length === 0 || !tariffBook(tx, siteNow(tx).timeZone).versions.some(pricesReservation))
    return []
  return missed.map(({ id }) => String(id))
}

/** Bills somebody for not coming, where the tariff has a price for that. */
export function billNoShow(tx: Writes, bookingId: Id, settled: Settled): void {
  const booking = tx.get('booking', bookingId)
  if (booking?.state !== 'noShow') return
  const { tariff } = placeOfBooking(tx, booking, null)
  if (tariff === null || !pricesReservation(tariff)) return
  endUnused(tx, addBill(tx, estimateOf(tx, booking)), booking, settled)
}
