import { z } from 'zod'
import { id } from '../id/id.ts'
import { messageTemplate } from '../message/template.ts'
import { phoneText } from './walk-up.ts'

/** What the desk tells a driver by hand. */
export const driverTemplate = messageTemplate.extract(['ready', 'idleFeeSoon', 'moved'])
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

/** Links that open a call, a text message and a letter; null where there is nobody to send it to. */
export function driverLinks(
  text: string,
  { phone, email, subject }: { phone: string; email: string; subject: string },
): DriverMessage['links'] {
  // The trunk zero that people write between is not dialled with the country's code.
  const number = phone.replace('(0)', '').replaceAll(/[^\d+]/g, '')
  const body = encodeURIComponent(text)
  return {
    tel: number === '' ? null : `tel:${number}`,
    sms: number === '' ? null : `sms:${number}?body=${body}`,
    mailto:
      email === ''
        ? null
        : `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${body}`,
  }
}
