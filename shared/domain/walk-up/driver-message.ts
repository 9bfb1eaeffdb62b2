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

/** What a message tells of. Texts are as the driver reads them. */
export interface MessageWords {
  readonly siteName: string
  /** The connector as people name it. */
  readonly place: string
  /** Empty when not known. */
  readonly plate: string
  /** When standing there begins to cost, by the site's clock, such as 18:30; null when it does already. */
  readonly idleFrom: string | null
  /** What standing there costs an hour, such as 60,00 kr; null when nothing. */
  readonly idlePrice: string | null
}

type Text = (words: MessageWords) => string

const car = (plate: string, named: (plate: string) => string, yours: string): string =>
  plate === '' ? yours : named(plate)

const TEXTS: Record<'en' | 'sv', Record<DriverTemplate, Text>> = {
  en: {
    ready: ({ siteName, place, plate }) =>
      `${siteName}: ${car(plate, (told) => `${told} has`, 'Your car has')} finished charging at ${place}. Please move it when you can.`,
    idleFeeSoon: ({ siteName, place, plate, idleFrom, idlePrice }) =>
      [
        `${siteName}: ${car(plate, (told) => `${told} has`, 'Your car has')} finished charging at ${place}.`,
        idlePrice === null
          ? 'Others are waiting, so please move it.'
          : idleFrom === null
            ? `Standing there costs ${idlePrice} an hour now.`
            : `From ${idleFrom} standing there costs ${idlePrice} an hour.`,
      ].join(' '),
    moved: ({ siteName, place, plate }) =>
      `${siteName}: ${car(plate, (told) => `the charge of ${told}`, 'your charge')} goes on at ${place}. Please plug in there.`,
  },
  sv: {
    ready: ({ siteName, place, plate }) =>
      `${siteName}: ${car(plate, (told) => told, 'Din bil')} är färdigladdad vid ${place}. Flytta den gärna när du kan.`,
    idleFeeSoon: ({ siteName, place, plate, idleFrom, idlePrice }) =>
      [
        `${siteName}: ${car(plate, (told) => told, 'Din bil')} är färdigladdad vid ${place}.`,
        idlePrice === null
          ? 'Andra väntar, så flytta den gärna.'
          : idleFrom === null
            ? `Att stå kvar kostar nu ${idlePrice} i timmen.`
            : `Från ${idleFrom} kostar det ${idlePrice} i timmen att stå kvar.`,
      ].join(' '),
    moved: ({ siteName, place, plate }) =>
      `${siteName}: ${car(plate, (told) => `laddningen av ${told}`, 'din laddning')} fortsätter vid ${place}. Anslut bilen där.`,
  },
}

/** What a driver is told, in a language of the desk's. */
export function driverText(
  template: DriverTemplate,
  language: 'en' | 'sv',
  words: MessageWords,
): string {
  return TEXTS[language][template](words)
}

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
