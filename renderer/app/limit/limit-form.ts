import { HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { localTimeOf, readLocalTime } from '../../ui/input/local-time.ts'
import { typedKilo } from '../../ui/input/typed-kilo.ts'

/** A limit for a while as it is typed. */
export type LimitForm = { limitKw: string; until: string; reason: string }
export type LimitFlaw = 'limitKw' | 'until'

/** What a limit begins with: an hour, rounded up to a quarter. */
export function emptyLimit(now: Instant, timeZone: string): LimitForm {
  const quarterMs = 15 * MINUTE
  const until = Math.ceil((now + HOUR) / quarterMs) * quarterMs
  return { limitKw: '', until: localTimeOf(until, timeZone), reason: '' }
}

/** What is wrong with the form; empty when it may be sent. */
export function limitFlaws(form: LimitForm, now: Instant, timeZone: string): LimitFlaw[] {
  const flaws: LimitFlaw[] = []
  const limitW = typedKilo(form.limitKw)
  if (typeof limitW !== 'number' || limitW < 0 || limitW > 100_000_000) flaws.push('limitKw')
  const until = readLocalTime(form.until, timeZone)
  if (until === null || until <= now) flaws.push('until')
  return flaws
}

/** The limit that a form without flaws tells of. */
export function limitWish(form: LimitForm, timeZone: string) {
  return {
    limitW: typedKilo(form.limitKw) ?? 0,
    until: readLocalTime(form.until, timeZone) ?? 0,
    reason: form.reason.trim(),
  }
}
