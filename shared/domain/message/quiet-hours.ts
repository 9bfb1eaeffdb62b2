import type { Instant } from '../../time/instant.ts'
import type { MessageChannel } from './message.ts'
import type { MessageTemplate } from './template.ts'

/** From when until when a phone that rings wakes somebody, by the site's clock. */
const QUIET_FROM = 22
const QUIET_UNTIL = 7

/** What nobody has to do anything about before the morning. */
const CAN_WAIT: ReadonlySet<MessageTemplate> = new Set(['receipt', 'refund', 'payRest', 'inVain'])

/**
 * From when a message may be sent. A letter wakes nobody. Of text messages only those wait for the morning that ask for
 * nothing: a place that is held, a fee that begins and a departure that won't be kept are worth a sound at night.
 */
export function mayBeSentFrom(
  template: MessageTemplate,
  channel: MessageChannel,
  from: Instant,
  timeZone: string,
): Instant {
  if (channel === 'email' || !CAN_WAIT.has(template)) return from
  const local = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone)
  if (local.hour >= QUIET_UNTIL && local.hour < QUIET_FROM) return from
  const day = local.hour >= QUIET_FROM ? local.add({ days: 1 }) : local
  return day.withPlainTime({ hour: QUIET_UNTIL }).epochMilliseconds
}
