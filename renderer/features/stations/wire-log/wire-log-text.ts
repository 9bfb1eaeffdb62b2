import type { OcppMessage } from '../../../../shared/domain/ocpp-message/ocpp-message.ts'
import { toIso } from '../../../../shared/time/instant.ts'

/** A frame laid out to be read; a frame that is not JSON, or was cut off, as it came. */
export function prettyFrame(frame: string): string {
  try {
    return JSON.stringify(JSON.parse(frame), null, 2)
  } catch {
    return frame
  }
}

/** One exchange as text for a report to a charger's maker: both frames, as they went over the wire. */
export function exchangeText(message: OcppMessage): string {
  const head = [
    toIso(message.at),
    message.chargePointId,
    message.direction,
    message.action ?? '-',
    message.outcome,
  ]
  return [head.join(' '), message.request, message.response]
    .filter((line) => line !== null)
    .join('\n')
}

/** The wire log as JSON lines: one exchange a line, instants as RFC 3339. */
export function toJsonLines(messages: readonly OcppMessage[]): string {
  return messages
    .map((message) => `${JSON.stringify({ ...message, at: toIso(message.at) })}\n`)
    .join('')
}

const columns = [
  'at',
  'chargePointId',
  'direction',
  'action',
  'outcome',
  'errorCode',
  'latencyMs',
  'messageId',
  'request',
  'response',
  'notes',
] as const satisfies readonly (keyof OcppMessage)[]

/** The wire log as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read it as such). */
export function toCsv(messages: readonly OcppMessage[]): string {
  const rows = messages.map((message) =>
    columns.map((column) => csvCell(cellText(message, column))),
  )
  return `\uFEFF${[columns, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`
}

function cellText(message: OcppMessage, column: (typeof columns)[number]): string {
  if (column === 'at') return toIso(message.at)
  if (column === 'notes') return message.notes.join('; ')
  return String(message[column] ?? '')
}

/**
 * A quoted cell. Text from a charger may begin like a formula, and a spreadsheet would run it: such a cell
 * gets an apostrophe in front (OWASP, CSV injection).
 */
export function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
