import { z } from 'zod'
import { amountMinor } from '../bill/bill.ts'
import { localDate } from '../booking/recurring.ts'
import { paymentMeans } from '../payment/payment.ts'

/** What a day came to, by the site's clock. */
export const daySums = z.object({
  date: localDate,
  currency: z.string(),
  netMinor: amountMinor.describe('Of what was billed, corrections included'),
  vatMinor: amountMinor,
  grossMinor: amountMinor,
  takenMinor: amountMinor.describe('Payments that were taken'),
  refundedMinor: amountMinor.describe('Given back, above zero'),
  byMeans: z.array(
    z.object({
      means: paymentMeans,
      takenMinor: amountMinor,
      refundedMinor: amountMinor,
      payments: z.int(),
    }),
  ),
  energyWh: z.int().describe('Of the sessions that began on the day'),
  sessions: z.int(),
  pluggedPct: z
    .number()
    .describe('Of the time and the connectors there are, as far as it is counted'),
  chargingPct: z.number(),
  noShows: z.int(),
  refunds: z.int(),
})
export type DaySums = z.infer<typeof daySums>

/** How much of an hour all connectors together were used, what began in it and what was paid. */
export const hourOfUse = z.object({
  at: z.int().describe('When the hour begins, epoch ms; a day has 23, 24 or 25'),
  pluggedPct: z.number().describe('Of the connectors there are'),
  chargingPct: z.number(),
  sessions: z.int().describe('That began in the hour'),
  byMeans: z
    .array(z.object({ means: paymentMeans, netMinor: amountMinor }))
    .describe('Taken less given back, of means that moved; the hours add up to the day'),
})
export type HourOfUse = z.infer<typeof hourOfUse>

/** A day's figures beside those that it is compared with. */
export const dayFigures = z.object({
  untilAt: z
    .int()
    .describe(
      'How far the day is counted: to its end, or to now while it runs; the other two as far by the clock',
    ),
  day: daySums,
  dayBefore: daySums,
  weekBefore: daySums.describe('The same weekday of the week before'),
  hours: z.array(hourOfUse),
  connectors: z.int(),
})
export type DayFigures = z.infer<typeof dayFigures>
