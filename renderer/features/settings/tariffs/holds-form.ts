import type { Instant } from '../../../../shared/time/instant.ts'
import { localTimeOf, readLocalTime } from '../../../ui/input/local-time.ts'

/** From when and until when a version is to hold, as typed by the site's clock. */
export interface HoldsForm {
  readonly begins: 'now' | 'later'
  readonly from: string
  readonly ends: boolean
  readonly until: string
}

export type HoldsFlaw = 'from' | 'until'

/** From now on, without end; whoever says later is offered the next midnight. */
export function usualHolds(timeZone: string, now: Instant): HoldsForm {
  const midnight = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(timeZone).epochMilliseconds
  return { begins: 'now', from: localTimeOf(midnight, timeZone), ends: false, until: '' }
}

/** What the form says, null being now and without end; or what is wrong with it. */
export function readHolds(
  { begins, from, ends, until }: HoldsForm,
  timeZone: string,
  now: Instant,
):
  | { readonly validFrom: Instant | null; readonly validUntil: Instant | null }
  | { readonly flaws: readonly HoldsFlaw[] } {
  const validFrom = begins === 'now' ? null : readLocalTime(from, timeZone)
  const validUntil = ends ? readLocalTime(until, timeZone) : null
  const flaws: HoldsFlaw[] = []
  if (begins === 'later' && (validFrom === null || validFrom <= now)) flaws.push('from')
  if (ends && (validUntil === null || validUntil <= (validFrom ?? now))) flaws.push('until')
  return flaws.length > 0 ? { flaws } : { validFrom, validUntil }
}
