import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

const tags = ['calendars']
const byId = z.strictObject({ id })

/** The language a calendar is written in: whoever reads it has no desk to choose one at. */
export const calendarLanguage = z.enum(['en', 'sv'])

/** A calendar that programs may fetch: all bookings of a station, or all of a customer. */
export const calendarFeed = z.object({
  id,
  kind: z.enum(['station', 'customer']),
  subjectId: id.describe('The station’s or the customer’s id'),
  language: calendarLanguage,
  url: z.string().describe('Whoever knows it can read the calendar; it needs no token'),
  createdAt: instant,
  updatedAt: instant.describe('When it got this address'),
})
export type CalendarFeed = z.infer<typeof calendarFeed>

export const calendarContract = {
  list: procedure
    .route({
      method: 'GET',
      path: '/calendars',
      tags,
      summary: 'The calendars that programs may fetch',
    })
    .output(z.object({ rows: z.array(calendarFeed) })),
  feed: procedure
    .route({
      method: 'POST',
      path: '/calendars',
      tags,
      summary: 'The address of a station’s or a customer’s calendar, made when there is none yet',
      description:
        'The calendar is iCalendar (RFC 5545): the bookings of the last 30 days and all ahead. A station’s tells no plates; a customer’s tells those of that customer’s own bookings.',
    })
    .input(
      z.union([
        z.strictObject({ stationId: id, language: calendarLanguage.optional() }),
        z.strictObject({ customerId: id, language: calendarLanguage.optional() }),
      ]),
    )
    .output(calendarFeed),
  renew: procedure
    .route({
      method: 'POST',
      path: '/calendars/{id}/renew',
      tags,
      summary: 'Give a calendar another address; the old one stops at once',
    })
    .input(byId)
    .output(calendarFeed),
  close: procedure
    .route({
      method: 'DELETE',
      path: '/calendars/{id}',
      tags,
      summary: 'Close a calendar; its address stops at once',
    })
    .input(byId)
    .output(calendarFeed),
}
