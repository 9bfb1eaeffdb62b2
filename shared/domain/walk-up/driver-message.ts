import { z } from 'zod'
import { id } from '../id/id.ts'
import { phoneText } from './walk-up.ts'

/** What a driver is told: the car is ready; standing there costs something soon; it goes on at another connector. */
export const driverTemplate = z.enum(['ready', 'idleFeeSoon', 'moved'])
export type DriverTemplate = z.infer<typeof driverTemplate>

/** A message as the desk sends it, by whatever opens its links. */
export const driverMessage = z.object({
  bookingId: id,
  template: driverTemplate,
  text: z.string(),
  phone: phoneText,
  email: z.string().describe('The customer’s; empty when there is none'),
  links: z.object({
    tel: z.string().nullable(),
    sms: z.string().nullable().describe('With the text as its body (RFC 5724)'),
    mailto: z.string().nullable(),
  }),
})
export type DriverMessage = z.infer<typeof driverMessage>
