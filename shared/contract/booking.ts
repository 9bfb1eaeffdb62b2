import { z } from 'zod'
import { booking, bookingPlan, bookingState, overbookReason } from '../domain/booking/booking.ts'
import { bookingCommand, bookingPatch, newBooking } from '../domain/booking/command.ts'
import { alternative, bookingRefusal } from '../domain/booking/refusal.ts'
import { bookingStep, stepAct } from '../domain/booking/step.ts'
import { id } from '../domain/id/id.ts'
import { stayPrice } from '../domain/offer/offer.ts'
import { instant } from '../time/instant-schema.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['bookings']
const byId = z.strictObject({ id })
const atQuery = z.coerce.number().int()

/** Who may take the step back; without it nobody can. */
const deskId = z
  .string()
  .min(1)
  .max(64)
  .optional()
  .describe('The desk that may undo this; each desk has its own line of steps')

/** Takes the booking in even where the grid can't promise its energy. */
const overbook = overbookReason
  .optional()
  .describe(
    'Why it is taken in even if its energy can’t be promised; refused with `gridFull` without',
  )

/** What a refused booking is answered with: everything that is in the way, and where it would fit. */
export const refusedBooking = z.object({
  bookingId: id.nullable(),
  refusals: z.array(bookingRefusal).min(1),
  alternatives: z.array(alternative),
})
export type RefusedBooking = z.infer<typeof refusedBooking>

const refused = {
  BOOKING_REFUSED: {
    status: 409,
    message: 'That can’t be booked so. See `refusals` for what is in the way.',
    data: refusedBooking,
  },
} as const

const act = procedure.errors(refused)

export const bookingContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/bookings',
      tags,
      summary: 'Bookings that touch a window of time, by arrival',
    })
    .input(
      z.strictObject({
        ...pageQuery,
        after: cursor(/^-?\d+~/),
        from: atQuery.optional().describe('Still there after'),
        until: atQuery.optional().describe('Arriving before'),
        stationId: id.optional(),
        vehicleId: id.optional(),
        customerId: id.optional(),
        state: bookingState.optional(),
      }),
    )
    .output(page(booking)),
  get: procedure
    .route({ method: 'GET', path: '/bookings/{id}', tags, summary: 'One booking' })
    .input(byId)
    .output(booking),
  check: procedure
    .route({
      method: 'POST',
      path: '/bookings/check',
      tags,
      summary: 'Whether a booking would be accepted, without making it',
    })
    .input(z.strictObject({ plan: newBooking, id: id.optional().describe('Of one that is there') }))
    .output(
      z.object({
        refusals: z.array(bookingRefusal),
        alternatives: z.array(alternative),
        price: stayPrice
          .nullable()
          .describe('What it would cost as planned; null where no price is set'),
      }),
    ),
  create: act
    .route({
      method: 'POST',
      path: '/bookings',
      tags,
      successStatus: 201,
      summary: 'Make a booking',
      description:
        'Sent again with the same `id` (or the same `Idempotency-Key`) it answers with the booking that is there.',
    })
    .input(
      newBooking.extend({
        id: id.optional(),
        requested: z.boolean().default(false),
        overbook,
        deskId,
      }),
    )
    .output(booking),
  change: act
    .route({ method: 'PATCH', path: '/bookings/{id}', tags, summary: 'Change a booking' })
    .input(bookingPatch.extend({ id, revision: z.int().optional(), overbook, deskId }))
    .output(booking),
  move: act
    .route({
      method: 'POST',
      path: '/bookings/{id}/move',
      tags,
      summary: 'Move a booking in time, to another connector, or both; it keeps its length',
    })
    .input(
      byId.extend({
        revision: z.int().optional(),
        arrivesAt: instant.optional(),
        stationId: bookingPlan.shape.stationId.optional(),
        connectorId: bookingPlan.shape.connectorId.optional(),
        overbook,
        deskId,
      }),
    )
    .output(booking),
  resize: act
    .route({
      method: 'POST',
      path: '/bookings/{id}/resize',
      tags,
      summary: 'Let a booking begin or end at another time',
    })
    .input(
      byId.extend({
        revision: z.int().optional(),
        arrivesAt: instant.optional(),
        departsAt: instant.optional(),
        overbook,
        deskId,
      }),
    )
    .output(booking),
  split: act
    .route({
      method: 'POST',
      path: '/bookings/{id}/split',
      tags,
      summary: 'Make two bookings of one',
    })
    .input(byId.extend({ at: instant, revision: z.int().optional(), deskId }))
    .output(z.object({ first: booking, second: booking })),
  cancel: act
    .route({ method: 'POST', path: '/bookings/{id}/cancel', tags, summary: 'Take a booking back' })
    .input(
      byId.extend({
        revision: z.int().optional(),
        reason: z.string().trim().max(200).default(''),
        deskId,
      }),
    )
    .output(booking),
  confirm: act
    .route({
      method: 'POST',
      path: '/bookings/{id}/confirm',
      tags,
      summary: 'Agree to a booking that was asked for',
    })
    .input(byId.extend({ deskId }))
    .output(booking),
  arrive: act
    .route({
      method: 'POST',
      path: '/bookings/{id}/arrive',
      tags,
      summary: 'Say that the car is there',
    })
    .input(byId.extend({ deskId }))
    .output(booking),
  leave: act
    .route({
      method: 'POST',
      path: '/bookings/{id}/leave',
      tags,
      summary: 'Say that the car is gone',
    })
    .input(byId.extend({ deskId }))
    .output(booking),
  noShow: act
    .route({
      method: 'POST',
      path: '/bookings/{id}/no-show',
      tags,
      summary: 'Say that the car never came',
    })
    .input(byId.extend({ deskId }))
    .output(booking),
  apply: act
    .route({
      method: 'POST',
      path: '/bookings/apply',
      tags,
      summary: 'Several commands at once: all of them or, when one is refused, none',
    })
    .input(
      z.strictObject({
        commands: z.array(bookingCommand).min(1).max(5_000),
        act: stepAct.optional().describe('What to call the step; worked out when left out'),
        deskId,
      }),
    )
    .output(z.object({ bookings: z.array(booking), step: bookingStep.nullable() })),
  undo: act
    .route({
      method: 'POST',
      path: '/bookings/undo',
      tags,
      summary: 'Take back the desk’s last step',
    })
    .errors({
      NOTHING_TO_UNDO: { status: 409, message: 'There is no step of this desk to take back.' },
    })
    .input(z.strictObject({ deskId: z.string().min(1).max(64) }))
    .output(bookingStep),
  redo: act
    .route({
      method: 'POST',
      path: '/bookings/redo',
      tags,
      summary: 'Do the step again that was taken back last',
    })
    .errors({
      NOTHING_TO_REDO: { status: 409, message: 'There is no step of this desk to do again.' },
    })
    .input(z.strictObject({ deskId: z.string().min(1).max(64) }))
    .output(bookingStep),
}
