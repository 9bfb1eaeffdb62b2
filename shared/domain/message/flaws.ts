import { z } from 'zod'
import { type Piece, piecesOf } from './render.ts'
import {
  alwaysKnown,
  type MessageTemplate,
  type MessageWords,
  placeholder,
  placeholdersOf,
} from './template.ts'

/** How long words may be, as they are typed. */
export const LONGEST = { subject: 120, text: 600 } as const

/**
 * What is wrong with words: `empty`; `tooLong`; `unknown` there is no such value; `notHere` this message doesn't know it;
 * `notAlways` it isn't always known, so it has to stand in brackets; a `brace` or `bracket` that doesn't end; a
 * `lineBreak` in a subject; `hidden` characters that nobody sees.
 */
export const wordsFlaw = z.object({
  field: z.enum(['subject', 'text']),
  code: z.enum([
    'empty',
    'tooLong',
    'unknown',
    'notHere',
    'notAlways',
    'brace',
    'bracket',
    'lineBreak',
    'hidden',
  ]),
  name: z.string().describe('Of the value; empty where it is about none'),
})
export type WordsFlaw = z.infer<typeof wordsFlaw>

/** What is wrong with the words of a message; empty where they can be sent. */
export function wordsFlaws(template: MessageTemplate, words: MessageWords): WordsFlaw[] {
  return (['subject', 'text'] as const).flatMap((field) =>
    fieldFlaws(template, field, words[field]).map((flaw) => ({ field, name: '', ...flaw })),
  )
}

type Flaw = Pick<WordsFlaw, 'code'> & Partial<Pick<WordsFlaw, 'name'>>

function fieldFlaws(template: MessageTemplate, field: 'subject' | 'text', typed: string): Flaw[] {
  const words = typed.trim()
  if (words === '') return [{ code: 'empty' }]
  if (words.length > LONGEST[field]) return [{ code: 'tooLong' }]
  if (field === 'subject' && /[\r\n]/.test(words)) return [{ code: 'lineBreak' }]
  if (/[\p{Zl}\p{Zp}\p{Cf}\p{Co}\p{Cs}]|(?![\r\n\t])\p{Cc}/u.test(words))
    return [{ code: 'hidden' }]
  const pieces = piecesOf(words)
  return 'kind' in pieces ? [{ code: pieces.kind }] : valueFlaws(template, pieces, false)
}

function valueFlaws(template: MessageTemplate, pieces: readonly Piece[], isInBrackets: boolean) {
  const found: Flaw[] = []
  for (const piece of pieces) {
    if (piece.kind === 'either')
      for (const way of piece.ways) found.push(...valueFlaws(template, way, true))
    if (piece.kind !== 'value') continue
    const { name } = piece
    const known = placeholder.safeParse(name).data
    if (known === undefined) found.push({ code: 'unknown', name })
    else if (!placeholdersOf(template).includes(known)) found.push({ code: 'notHere', name })
    else if (!isInBrackets && !alwaysKnown.has(known)) found.push({ code: 'notAlways', name })
  }
  return found
}
