import { plateKey } from '../vehicle/plate-key.ts'

/** What a text may mean; null where it can't. */
export interface Typed {
  /** As it was typed, without spaces around it. */
  readonly text: string
  /** The beginning of a plate, as plates are compared. */
  readonly plate: string | null
  /** The beginning of a phone's last nine digits. */
  readonly phone: string | null
  /** A card's last four digits. */
  readonly last4: string | null
  /** A receipt or a transaction, whole. */
  readonly number: number | null
  /** The beginning of an id. */
  readonly id: string | null
  /** A part of a name, lower case. */
  readonly name: string | null
}

/** Fewer characters begin too much. */
const LEAST = 2

/** A date's part of a UUIDv7 is the first eight digits; fewer would be those of weeks. */
const LEAST_OF_ID = 8

/** What somebody may mean who types that in the one box. */
export function whatTyped(words: string): Typed {
  const text = words.trim()
  const key = plateKey(text)
  const digits = text.replaceAll(/[\s()/-]/g, '')
  return {
    text,
    plate: /^[\p{L}\d]{2,10}$/u.test(key) ? key : null,
    phone: phoneStart(digits),
    last4: /^\d{4}$/.test(text) ? text : null,
    number: /^#?\d{1,10}$/.test(digits) ? Number(digits.replace('#', '')) : null,
    id: idStart(text),
    name: text.length >= LEAST ? text.toLocaleLowerCase('sv') : null,
  }
}

/**
 * A phone as it is compared: its last nine digits, without country code and trunk zero, so that 070-123 45 67 and
 * +46 70 123 45 67 are one.
 */
export function phoneKey(phone: string): string {
  return withoutPrefix(phone.replaceAll(/[^\d+]/g, '')).slice(-9)
}

function phoneStart(digits: string): string | null {
  if (!/^\+?\d{4,15}$/.test(digits)) return null
  const rest = withoutPrefix(digits)
  return rest.length < 4 ? null : rest.slice(0, 9)
}

/** Without what stands before a national number; of a foreign code only the sign is dropped. */
function withoutPrefix(digits: string): string {
  return digits.replace(/^(?:\+46|0046|46(?=7\d{8}$)|0)0?/, '').replace('+', '')
}

/** The dashes are put where ids have them, so that one that was copied without is found too. */
function idStart(text: string): string | null {
  const hex = text.replaceAll('-', '').toLowerCase()
  if (!/^[0-9a-f]+$/.test(hex) || hex.length < LEAST_OF_ID || hex.length > 32) return null
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
    .filter((part) => part !== '')
    .join('-')
}
