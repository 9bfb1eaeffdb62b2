import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { visitLanguage } from '../visit/visit.ts'

/**
 * What a driver is told: `confirmed` it is booked; `placeFree` a place came free and is held for a while; `inVain` none did;
 * `notPaid` the place was given back, as nobody paid; `cancelled` the site took it back; `changed` the site changed it;
 * `late` it won't have all by its departure; `ready` it has charged; `idleFeeSoon` standing there costs something soon;
 * `receipt`; `refund`; `payRest` something is still to be paid; `moved` it goes on elsewhere, which only the desk says.
 */
export const messageTemplate = z.enum([
  'confirmed',
  'placeFree',
  'inVain',
  'notPaid',
  'cancelled',
  'changed',
  'late',
  'ready',
  'idleFeeSoon',
  'receipt',
  'refund',
  'payRest',
  'moved',
])
export type MessageTemplate = z.infer<typeof messageTemplate>

/** What a text may speak of, in braces. */
export const placeholder = z.enum([
  'site',
  'place',
  'plate',
  'from',
  'until',
  'energy',
  'missing',
  'price',
  'due',
  'refund',
  'claimUntil',
  'readyAt',
  'idleFrom',
  'idlePrice',
  'receipt',
  'receiptLink',
  'link',
])
export type Placeholder = z.infer<typeof placeholder>

/** A value for each placeholder, as the driver reads it; null and absent: not known. */
export type Values = { readonly [P in Placeholder]?: string | null }

/** What every text may speak of. */
const OF_ALL = ['site', 'place', 'plate', 'link'] as const satisfies readonly Placeholder[]

const OWN: Readonly<Record<MessageTemplate, readonly Placeholder[]>> = {
  confirmed: ['from', 'until', 'energy', 'price'],
  placeFree: ['from', 'until', 'energy', 'price', 'claimUntil'],
  inVain: ['from', 'until'],
  notPaid: ['from', 'until', 'refund'],
  cancelled: ['from', 'until', 'refund'],
  changed: ['from', 'until', 'energy', 'price'],
  late: ['from', 'until', 'missing', 'readyAt'],
  ready: ['energy', 'until'],
  idleFeeSoon: ['energy', 'idleFrom', 'idlePrice'],
  receipt: ['energy', 'price', 'receipt', 'receiptLink'],
  refund: ['refund'],
  payRest: ['energy', 'price', 'due'],
  moved: [],
}

/** The placeholders that may stand in a template's words. */
export function placeholdersOf(template: MessageTemplate): readonly Placeholder[] {
  return [...OF_ALL, ...OWN[template]]
}

/** What is known whenever a template that may speak of it is sent. All else has to stand in brackets. */
export const alwaysKnown: ReadonlySet<Placeholder> = new Set([
  'site',
  'place',
  'from',
  'until',
  'claimUntil',
  'receipt',
  'due',
])

/** The words of one message in one language. */
export const messageWords = z.strictObject({
  subject: z.string().max(1_000).describe('Of a letter; a text message has none'),
  text: z.string().max(10_000),
})
export type MessageWords = z.infer<typeof messageWords>

/** Words that an operator wrote in the place of the original ones. */
export const messageText = z.object({
  id: z.string().describe('The template and the language, such as ready.sv'),
  template: messageTemplate,
  language: visitLanguage,
  ...messageWords.shape,
  updatedAt: instant,
})
export type MessageText = z.infer<typeof messageText>

export function messageTextId(
  template: MessageTemplate,
  language: MessageText['language'],
): MessageText['id'] {
  return `${template}.${language}`
}
