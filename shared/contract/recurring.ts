import { z } from 'zod'
import { booking } from '../domain/booking/booking.ts'
import {
  localDate,
  recurring,
  recurringRefusalCode,
  recurringWords,
} from '../domain/booking/recurring.ts'
import { id } from '../domain/id/id.ts'
import { procedure } from './refusal.ts'

const tags = ['recurring bookings']

/** What a rule came to: of the days ahead, how many have a place and which have none. */
const materialised = z.object({
  recurring,
  made: z.int().describe('Bookings made or changed'),
  unplaced: z.array(booking).describe('Those that did not fit; they wait in the tray'),
})

const act = procedure.errors({
  RECURRING_REFUSED: {
    status: 409,
    message: 'There can’t be such a rule. See `code` for why.',
    data: z.object({ code: recurringRefusalCode }),
  },
})

export const recurringContract = {
  list: procedure
    .route({ method: 'GET', path: '/recurring-bookings', tags, summary: 'The rules in force' })
    .output(z.object({ rows: z.array(recurring) })),
  create: act
    .route({
      method: 'POST',
      path: '/recurring-bookings',
      tags,
      successStatus: 201,
      summary: 'Book on certain weekdays until further notice',
    })
    .input(recurringWords.extend({ id: id.optional() }))
    .output(materialised),
  change: act
    .route({
      method: 'PUT',
      path: '/recurring-bookings/{id}',
      tags,
      summary: 'Change the rule and its bookings from a day on',
      description:
        'Bookings that were changed or cancelled by themselves stay as they are. From a day that is still to come a new rule holds, which is the answer; the old one ends the day before.',
    })
    .input(
      recurringWords.extend({ id, from: localDate.optional().describe('Today when left out') }),
    )
    .output(materialised),
  end: procedure
    .route({
      method: 'POST',
      path: '/recurring-bookings/{id}/end',
      tags,
      summary: 'End the rule; its bookings ahead are cancelled',
    })
    .input(z.strictObject({ id }))
    .output(recurring),
}
