import { z } from 'zod'
import { booking } from '../domain/booking/booking.ts'
import { localDate, recurring, recurringWords } from '../domain/booking/recurring.ts'
import { id } from '../domain/id/id.ts'
import { procedure } from './refusal.ts'

const tags = ['recurring bookings']

/** What a rule came to: of the days ahead, how many have a place and which have none. */
const materialised = z.object({
  recurring,
  made: z.int().describe('Bookings made or changed'),
  unplaced: z.array(booking).describe('Those that did not fit; they wait in the tray'),
})

export const recurringContract = {
  list: procedure
    .route({ method: 'GET', path: '/recurring-bookings', tags, summary: 'The rules in force' })
    .output(z.object({ rows: z.array(recurring) })),
  create: procedure
    .route({
      method: 'POST',
      path: '/recurring-bookings',
      tags,
      successStatus: 201,
      summary: 'Book on certain weekdays until further notice',
    })
    .input(recurringWords.extend({ id: id.optional() }))
    .output(materialised),
  change: procedure
    .route({
      method: 'PUT',
      path: '/recurring-bookings/{id}',
      tags,
      summary: 'Change the rule and its bookings from a day on',
      description: 'Bookings that were changed or cancelled by themselves stay as they are.',
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
