import type { BaseLoad } from '../../../shared/domain/site/base-load.ts'
import type { Instant } from '../../../shared/time/instant.ts'

const SATURDAY = 6

/**
 * What the building draws at a moment by what was told of it, W; null where only a meter or an imported file would know.
 */
export function toldBaseW(baseLoad: BaseLoad, at: Instant, timeZone: string): number | null {
  if (baseLoad.kind === 'constant') return baseLoad.powerW
  if (baseLoad.kind !== 'profile') return null
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  const hours = moment.dayOfWeek >= SATURDAY ? baseLoad.weekendW : baseLoad.weekdayW
  return hours[moment.hour] ?? null
}
