import type { MessageWords, Placeholder, Values } from './template.ts'

/** How long a value may be: more is somebody's joke, and would push the link out of a text message. */
const LONGEST_VALUE = 60

/** A link is told whole or not at all. */
const LONGEST_LINK = 500

/** How long a subject may be with its values in it. */
const LONGEST_SUBJECT = 150

/** A piece of words: text as it is, a value, or the first of several that can be said. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'either'; readonly ways: readonly (readonly Piece[])[] }

/** Why words can't be read: a brace or a bracket that doesn't end, ends what isn't begun, or stands in another. */
export type Unreadable = { readonly kind: 'brace' | 'bracket' }

/**
 * Reads words. `{name}` is a value; of `[one|other]` the first is said all of whose values are known, and nothing where
 * there is none.
 */
export function piecesOf(words: string): readonly Piece[] | Unreadable {
  const top: Piece[] = []
  let ways: Piece[][] | null = null
  for (const [token] of words.matchAll(/\{[^{}[\]|]*\}|[{}[\]|]|[^{}[\]|]+/g)) {
    const into: Piece[] = ways?.at(-1) ?? top
    if (token === '[') {
      if (ways !== null) return { kind: 'bracket' }
      ways = [[]]
    } else if (token === ']') {
      if (ways === null) return { kind: 'bracket' }
      top.push({ kind: 'either', ways })
      ways = null
    } else if (token === '|' && ways !== null) ways.push([])
    else if (token === '{' || token === '}') return { kind: 'brace' }
    else if (token.startsWith('{')) into.push({ kind: 'value', name: token.slice(1, -1).trim() })
    else into.push({ kind: 'text', text: token })
  }
  return ways === null ? top : { kind: 'bracket' }
}

/** Words with values in them, as the driver reads them. What is not known is left out with its brackets. */
export function rendered({ subject, text }: MessageWords, values: Values): MessageWords {
  return {
    subject: tidy(filled(subject, values)).replaceAll(/\s+/g, ' ').slice(0, LONGEST_SUBJECT),
    text: tidy(filled(text, values)),
  }
}

function filled(words: string, values: Values): string {
  const pieces = piecesOf(words)
  return 'kind' in pieces ? words : saidOf(pieces, values)
}

function saidOf(pieces: readonly Piece[], values: Values): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      if (piece.kind === 'value') return valueOf(piece.name, values)
      const way = piece.ways.find((each) => isKnown(each, values))
      return way === undefined ? '' : saidOf(way, values)
    })
    .join('')
}

function isKnown(pieces: readonly Piece[], values: Values): boolean {
  return pieces.every((piece) => piece.kind !== 'value' || valueOf(piece.name, values) !== '')
}

const LINKS: ReadonlySet<string> = new Set(['link', 'receiptLink'] satisfies Placeholder[])

function valueOf(name: string, values: Values): string {
  const value = Object.entries(values).find(([known]) => known === name)?.[1] ?? ''
  const clean = inertValue(value)
  if (LINKS.has(name)) return clean.length > LONGEST_LINK ? '' : clean
  return [...clean].slice(0, LONGEST_VALUE).join('')
}

/** A value that can do nothing but be read: one line, without control, format and other hidden characters. */
export function inertValue(value: string): string {
  return value
    .replaceAll(/[\p{Zl}\p{Zp}\p{Cc}]/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replaceAll(/\s{2,}/g, ' ')
    .trim()
}

/** A plate as a message may say it: a driver types it, and what isn't one would be a stranger's words in our letter. */
export function platePart(plate: string): string {
  const clean = inertValue(plate)
  return /^[\p{L}\d](?:[\p{L}\d -]{0,10}[\p{L}\d])?$/u.test(clean) && /\d/.test(clean) ? clean : ''
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
