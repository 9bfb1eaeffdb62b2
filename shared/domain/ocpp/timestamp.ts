import type { Instant } from '../../time/instant.ts'

/** An instant read from a charger's text. `repaired` tells that the text broke RFC 3339 and how it was read. */
export interface TimestampReading {
  readonly at: Instant
  readonly repaired: 'zoneAssumedUtc' | 'rewritten' | null
}

const LENIENT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/
const STRICT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,12})?(?:Z|[+-]\d{2}:\d{2})$/

/** Whether a text is an RFC 3339 date-time that says its zone and names a moment that exists. */
export function isTimestamp(text: string): boolean {
  return STRICT.test(text) && readTimestamp(text) !== undefined
}

/**
 * Reads an OCPP timestamp as leniently as real chargers need: without a zone it is taken as UTC
 * (OCPP 1.6 §3.12 recommends UTC), a blank, comma, lower-case letter or four-digit offset is understood.
 * Undefined when it names no moment at all.
 */
export function readTimestamp(text: string): TimestampReading | undefined {
  // A text is asked for twice in a row, when its message is checked and when it is taken in.
  if (lastRead.text !== text) lastRead = { text, reading: read(text) }
  return lastRead.reading
}

let lastRead: { text: string; reading: TimestampReading | undefined } = {
  text: '',
  reading: undefined,
}

function read(text: string): TimestampReading | undefined {
  const match = LENIENT.exec(text.length > 40 ? text.trim() : text) ?? LENIENT.exec(text.trim())
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone] = match
  const leap = second === '60'
  const parts = [year, month, day, hour, minute, leap ? '59' : second].map(Number)
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts
  const ms = Math.trunc(Number(`0.${fraction}`) * 1_000)
  const utc = Date.UTC(y, mo - 1, d, h, mi, s, ms)
  if (!namesThatDay(utc, y, mo, d) || h > 23 || mi > 59 || s > 59) return undefined
  const offset = offsetMinutes(zone)
  if (offset === undefined) return undefined
  const at = utc + (leap ? 1_000 : 0) - offset * 60_000
  if (zone === undefined) return { at, repaired: 'zoneAssumedUtc' }
  return { at, repaired: STRICT.test(text) ? null : 'rewritten' }
}

/** Date.UTC rolls 30 February over into March, and reads the years 0 to 99 as 1900 to 1999. */
function namesThatDay(utc: number, year: number, month: number, day: number): boolean {
  const date = new Date(utc)
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  )
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || /^(?:z|utc|gmt)$/i.test(zone)) return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const hours = Number(digits.slice(0, 2))
  const minutes = Number(digits.slice(2))
  if (hours > 23 || minutes > 59) return undefined
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
