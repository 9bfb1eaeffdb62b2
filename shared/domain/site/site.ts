import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { bookingTerms } from './booking-terms.ts'
import { deskTerms } from './desk-terms.ts'
import { gridTerms } from './grid.ts'

/** An IANA time zone that this runtime knows. */
export const timeZone = z
  .string()
  .refine(isTimeZone, 'Give an IANA time zone such as Europe/Stockholm.')

/** The charging site this hub serves: where it is, what it counts in, what its grid connection bears. */
export const site = z.object({
  id,
  name: z.string(),
  timeZone,
  currency: z.string().describe('ISO 4217'),
  ...gridTerms.shape,
  ...bookingTerms.shape,
  ...deskTerms.shape,
  createdAt: instant,
  updatedAt: instant,
})
export type Site = z.infer<typeof site>

/** What an operator may change of the site. */
export const sitePatch = z.strictObject({
  name: z.string().trim().min(1).max(80).optional(),
  timeZone: timeZone.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Give a three-letter ISO 4217 currency code such as SEK.')
    .optional(),
  ...gridTerms.partial().shape,
  ...bookingTerms.partial().shape,
  ...deskTerms.partial().shape,
})
export type SitePatch = z.infer<typeof sitePatch>

function isTimeZone(name: string): boolean {
  try {
    // Not Intl.DateTimeFormat: that reads a language's words first, 15 ms.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
