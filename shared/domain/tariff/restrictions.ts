import { z } from 'zod'
import { milliWhOf } from './charging-period.ts'
import { asTold, sentence, unknownFields } from './sentence.ts'

/** In ISO 8601's order: the first is weekday 1. */
export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const

const TIME = 'Give a time of day from 00:00 to 23:59, such as 08:30; the day’s end is 00:00.'
const DATE = 'Give a date such as 2026-06-30.'

const timeOfDay = z.string(sentence(TIME)).regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME)
const date = z.string(sentence(DATE)).refine(isDate, DATE)
const amount = (unit: string) =>
  z.number(sentence(`Give a number of ${unit}.`)).min(0, `Give 0 ${unit} or more.`)
const energy = amount('kWh').refine(
  (kWh) => milliWhOf(kWh) !== null,
  'Give kWh with at most six decimals.',
)
const duration = z
  .int(sentence('Give a whole number of seconds.'))
  .min(0, 'Give 0 seconds or more.')
  .max(1_000_000_000, 'Give at most 1000000000 seconds.')

/** When an element holds; all of it has to (OCPI's TariffRestrictions). A `min_` is inclusive, a `max_` exclusive. */
export const restrictions = z
  .strictObject(
    {
      start_time: timeOfDay.optional(),
      end_time: timeOfDay.optional(),
      start_date: date.optional(),
      end_date: date.optional(),
      min_kwh: energy.optional(),
      max_kwh: energy.optional(),
      min_current: amount('A').optional(),
      max_current: amount('A').optional(),
      min_power: amount('kW').optional(),
      max_power: amount('kW').optional(),
      min_duration: duration.optional(),
      max_duration: duration.optional(),
      day_of_week: z
        .array(z.enum(WEEKDAYS, sentence('Give days such as MONDAY.')), sentence('List the days.'))
        .max(7, 'Give each day once.')
        .optional(),
      reservation: z
        .enum(
          ['RESERVATION', 'RESERVATION_EXPIRES'],
          sentence('Give RESERVATION or RESERVATION_EXPIRES.'),
        )
        .optional(),
    },
    unknownFields,
  )
  .superRefine((only, context) => {
    const pairs = [
      ['min_kwh', only.min_kwh, 'max_kwh', only.max_kwh],
      ['min_current', only.min_current, 'max_current', only.max_current],
      ['min_power', only.min_power, 'max_power', only.max_power],
      ['min_duration', only.min_duration, 'max_duration', only.max_duration],
      ['start_date', only.start_date, 'end_date', only.end_date],
    ] as const
    for (const [low, from, high, until] of pairs)
      if (from !== undefined && until !== undefined && until <= from)
        context.addIssue(
          asTold(`It isn’t above ${low}, so the element never holds; raise it.`, [high]),
        )
  })
export type Restrictions = z.infer<typeof restrictions>

/** Whether there is such a day: 31 April would silently be 1 May. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
}
