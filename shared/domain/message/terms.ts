import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { messageTemplate } from './template.ts'

/** How the line to a mail server is kept from others' eyes: TLS after STARTTLS, TLS at once, or not at all. */
export const smtpSecurity = z.enum(['starttls', 'tls', 'none'])
export type SmtpSecurity = z.infer<typeof smtpSecurity>

const address = z
  .literal('')
  .or(z.email('Give an e-mail address such as kim@example.com.').max(120))

/** A word that goes into a header or a command: one line, nothing hidden. */
const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'Leave out line breaks and hidden characters.')

/** What people may change of how messages leave. The password is no part of it: it goes in and never comes out. */
export const messageTermsWords = z.strictObject({
  way: z
    .enum(['folder', 'smtp'])
    .describe('`folder`: each is a file in the data folder’s outbox, and nobody is written to'),
  host: z
    .string()
    .trim()
    .max(253)
    .regex(
      /^$|^[\dA-Za-z](?:[\dA-Za-z.-]*[\dA-Za-z])?$|^\[?[\da-fA-F:.]+\]?$/,
      'Give a host name such as smtp.example.com.',
    ),
  port: z.int().min(1).max(65_535),
  security: smtpSecurity,
  user: oneLine(200).describe('Empty where the server asks for no log-in'),
  fromName: oneLine(100).describe('Empty: the site’s own name'),
  fromAddress: address,
  replyTo: address.describe('Empty: answers go to the sender'),
  gateway: z
    .string()
    .trim()
    .max(200)
    .refine(
      (pattern) => pattern === '' || isGateway(pattern),
      'Give an address with {phone} in it, such as {phone}@sms.example.com.',
    )
    .describe('Where text messages are sent to as letters; empty: nowhere, they become files'),
  countryCode: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,2}$/, 'Give the country’s code without a plus, such as 46.')
    .describe('Stands before phones that are written without one'),
  off: z.array(messageTemplate).max(messageTemplate.options.length).describe('These are not sent'),
})
export type MessageTermsWords = z.infer<typeof messageTermsWords>

/** How messages leave, one row. */
export const messageTerms = z.object({
  id: z.literal('messageTerms'),
  ...messageTermsWords.shape,
  updatedAt: instant,
})
export type MessageTerms = z.infer<typeof messageTerms>

/** What a site begins with: nobody is written to. */
export const firstMessageTerms: MessageTermsWords = {
  way: 'folder',
  host: '',
  port: 587,
  security: 'starttls',
  user: '',
  fromName: '',
  fromAddress: '',
  replyTo: '',
  gateway: '',
  countryCode: '46',
  off: [],
}

/**
 * What of the terms doesn't go together: a server without `host` or sender (`fromAddress`); `openLine` to another machine,
 * where anybody between could read the letters and the password.
 */
export const termsFlaw = z.enum(['host', 'fromAddress', 'openLine'])
export type TermsFlaw = z.infer<typeof termsFlaw>

/** What keeps the terms from being kept as they are. */
export function termsFlaws(terms: MessageTermsWords): TermsFlaw[] {
  const flaws: TermsFlaw[] = []
  if (terms.way === 'smtp' && terms.host === '') flaws.push('host')
  if (terms.way === 'smtp' && terms.fromAddress === '') flaws.push('fromAddress')
  if (terms.security === 'none' && terms.host !== '' && !isThisMachine(terms.host))
    flaws.push('openLine')
  return flaws
}

/** Whether a host is the machine itself, whose line nobody else is on. */
export function isThisMachine(host: string): boolean {
  const name = host.toLowerCase().replaceAll(/[[\]]/g, '')
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

/** Where a letter goes that becomes a text message. @param number digits, as `dialled` makes them */
export function gatewayAddress(pattern: string, number: string): string {
  return pattern.replace('{phone}', number)
}

function isGateway(pattern: string): boolean {
  if (pattern.split('{phone}').length !== 2) return false
  return z.email().safeParse(gatewayAddress(pattern, '46701234567')).success
}
