import type { Booking } from '../../shared/domain/booking/booking.ts'
import type { Refund } from '../../shared/domain/payment/refund.ts'
import type { Visit } from '../../shared/domain/visit/visit.ts'
import type { PracticeDesk } from '../money/practice-desk.ts'
import { ask } from '../walk/desk.ts'

/** What drivers asked for from their phones, as the hub has it, by the plate. */
export interface Visits {
  of(plate: string): Promise<Visit>
  booking(plate: string): Promise<Booking>
  /** What was given back. */
  refunds(plate: string): Promise<readonly Refund[]>
}

export function visitsAt({ ready, detail }: PracticeDesk): Visits {
  const of = async (plate: string): Promise<Visit> => {
    const { rows } = (await ask(ready, 'GET', '/visits')) as { rows: Visit[] }
    const found = rows.find((row) => row.plate === plate)
    if (found === undefined) throw new Error(`no visit of ${plate}`)
    return found
  }
  return {
    of,
    booking: async (plate) =>
      (await ask(ready, 'GET', `/bookings/${(await of(plate)).bookingId}`)) as Booking,
    async refunds(plate) {
      const { bookingId } = await of(plate)
      const bill = Object(await ask(ready, 'POST', `/bookings/${bookingId}/bill`))
      const { payments } = Object(await ask(ready, 'GET', `/bills/${String(bill.id)}`))
      const details = await Promise.all(
        (payments as { id: string }[]).map((payment) => detail(payment.id)),
      )
      return details.flatMap(({ refunds }) => refunds)
    },
  }
}
