import { z } from 'zod'

/** A minute of the day, 0 to 1440: 24:00 is the end of the day. */
const minuteOfDay = z.int().min(0).max(1_440)

/** One stretch in which the gate is open, by the site's clock. */
export const openStretch = z
  .strictObject({
    weekday: z.int().min(1).max(7).describe('ISO 8601: 1 is Monday'),
    opens: minuteOfDay,
    closes: minuteOfDay,
  })
  .refine(
    ({ opens, closes }) => closes > opens,
    'The closing time has to be after the opening time.',
  )
export type OpenStretch = z.infer<typeof openStretch>

/** When cars can come and go; an empty list is never, null (in the site) is always. Cars may stay while it is closed. */
export const openingHours = z.array(openStretch).max(50)
export type OpeningHours = z.infer<typeof openingHours>
