import {
  type MessageTerms,
  messageTermsWords,
  type MessageTermsWords,
  type TermsFlaw,
  termsFlaws,
} from '../../../../shared/domain/message/terms.ts'
import { whatDiffers } from '../../../ui/input/what-differs.ts'

/** How messages leave, as it is typed; the password is no part of the row and begins empty. */
export type WayForm = Omit<MessageTermsWords, 'port' | 'off'> & { port: string; password: string }

/** What is typed wrong, by its field, and what doesn't go together. */
export type WayFlaw =
  | 'host'
  | 'port'
  | 'user'
  | 'fromName'
  | 'fromAddress'
  | 'replyTo'
  | 'gateway'
  | 'countryCode'
  | TermsFlaw

/** What a form would change. */
export type WayPatch = Partial<MessageTermsWords> & { password?: string }

const { shape } = messageTermsWords
const texts = [
  'host',
  'user',
  'fromName',
  'fromAddress',
  'replyTo',
  'gateway',
  'countryCode',
] as const

/** The ways a form of how messages leave works. */
export const wayWays = {
  formOf: ({ port, off: _off, id: _id, updatedAt: _at, ...words }: MessageTerms): WayForm => ({
    ...words,
    port: String(port),
    password: '',
  }),
  flawsOf: (form: WayForm): WayFlaw[] => {
    if (form.way === 'folder')
      return shape.countryCode.safeParse(form.countryCode).success ? [] : ['countryCode']
    const wrong: WayFlaw[] = texts.filter((field) => !shape[field].safeParse(form[field]).success)
    if (portOf(form) === null) wrong.push('port')
    if (wrong.length > 0) return wrong
    return termsFlaws({ ...wordsOf(form, 587), off: [] })
  },
  patchOf: (form: WayForm, base: MessageTerms): WayPatch => {
    const typed = wordsOf(form, base.port)
    // What isn't shown isn't saved.
    const { way, countryCode } = typed
    if (way === 'folder')
      return whatDiffers<Pick<MessageTermsWords, 'way' | 'countryCode'>>({ way, countryCode }, base)
    const changed: WayPatch = whatDiffers(typed, base)
    return form.password === '' ? changed : { ...changed, password: form.password }
  },
}

/** Whether a password is told to somebody else than it was entered for, and so has to be entered again. */
export function isAnotherServer(form: WayForm, terms: MessageTerms): boolean {
  const typed = wordsOf(form, terms.port)
  return (['host', 'port', 'security', 'user'] as const).some((word) => typed[word] !== terms[word])
}

function wordsOf(form: WayForm, port: number): Omit<MessageTermsWords, 'off'> {
  const { password: _password, port: _port, way, security, ...typed } = form
  const trimmed = Object.fromEntries(
    Object.entries(typed).map(([field, text]) => [field, text.trim()]),
  )
  return { ...typed, ...trimmed, way, security, port: portOf(form) ?? port }
}

function portOf({ port }: WayForm): number | null {
  const text = port.trim()
  return /^\d+$/.test(text) ? (shape.port.safeParse(Number(text)).data ?? null) : null
}
