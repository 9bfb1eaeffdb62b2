import { z } from 'zod'
import { bill } from '../domain/bill/bill.ts'
import { booking } from '../domain/booking/booking.ts'
import { id } from '../domain/id/id.ts'
import { payment } from '../domain/payment/payment.ts'
import { stayDue } from '../domain/walk-up/due.ts'
import { walkUp } from '../domain/walk-up/walk-up.ts'
import { refusedBooking } from './booking.ts'

/** What calls at the desk have in common. */
export const tags = ['desk']
export const byStay = z.strictObject({ id: id.describe('The booking’s own id') })
export const place = { stationId: id, connectorId: z.int().min(1).max(1_000) }
export const language = z.enum(['en', 'sv']).default('en')

/** A stay at the desk: a walk-up, or a car that came any other way, with its money. */
export const deskStay = z.object({
  booking,
  walkUp: walkUp.nullable().describe('Null where the desk did not take it in'),
  bill: bill.nullable().describe('Null where nobody pays for anything on this site'),
  payment: payment.nullable().describe('The one that was just asked for or taken'),
  due: stayDue.nullable(),
})
export type DeskStay = z.infer<typeof deskStay>

/** What whoever is taken in, or stays for longer, may meet. */
export const bookingRefused = {
  BOOKING_REFUSED: {
    status: 409,
    message: 'That can’t be promised so. See `refusals` for what is in the way.',
    data: refusedBooking,
  },
} as const

export const tooLong = {
  TOO_LONG: {
    status: 409,
    message: 'Walk-ups are not taken in for so long.',
    data: z.object({ mostStayMin: z.int() }),
  },
} as const
