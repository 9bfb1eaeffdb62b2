import type { Instant } from '../../time/instant.ts'
import { contentLine } from './content-line.ts'

/** One event of a calendar (RFC 5545 §3.6.1). */
export interface CalendarEvent {
  /** The same for as long as the event is the same one, worldwide. */
  readonly uid: string
  /** Counts the event's changes. */
  readonly sequence: number
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly changedAt: Instant
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  readonly summary: string
  /** Left out when empty, as the description is. */
  readonly location: string
  readonly description: string
}

/** A calendar that programs fetch now and then (RFC 5545 §3.6, names and intervals by RFC 7986 §5). */
export interface CalendarFeed {
  readonly name: string
  readonly events: readonly CalendarEvent[]
  /** How often to ask again, whole minutes. */
  readonly refreshMin: number
}

/**
 * A calendar as text, RFC 5545: CRLF after every line, lines folded at 75 octets, all times in UTC. The same calendar
 * is the same text, whenever it is written: DTSTAMP says when the event was last changed (§3.8.7.2).
 */
export function icsOf({ name, events, refreshMin }: CalendarFeed): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Laddplan//Bookings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    contentLine('NAME', name),
    // What Outlook, Google and Apple read since before RFC 7986.
    contentLine('X-WR-CALNAME', name),
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMin}M`,
    `X-PUBLISHED-TTL:PT${refreshMin}M`,
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

function linesOf(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    contentLine('UID', event.uid),
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status}`,
    contentLine('SUMMARY', event.summary),
    ...(event.location === '' ? [] : [contentLine('LOCATION', event.location)]),
    ...(event.description === '' ? [] : [contentLine('DESCRIPTION', event.description)]),
    'END:VEVENT',
  ]
}

/** An instant as RFC 5545 §3.3.5 writes it in UTC, form 2: whole seconds. */
function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
