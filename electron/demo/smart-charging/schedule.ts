import type {
  ChargingProfile,
  ChargingSchedulePeriod,
} from '../../../shared/domain/charging-profile/charging-profile.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { DAY, SECOND } from '../../../shared/time/instant.ts'

/**
 * The period of a profile that holds at an instant; null where it is not valid, has not begun or is over.
 * @param chargeStartedAt when the charge began that a relative schedule counts from; null: there is none
 */
export function periodAt(
  profile: ChargingProfile,
  at: Instant,
  chargeStartedAt: Instant | null,
): ChargingSchedulePeriod | null {
  if (at < since(profile) || at >= until(profile)) return null
  const startsAt = startOf(profile, at, chargeStartedAt)
  if (startsAt === null) return null
  const seconds = (at - startsAt) / SECOND
  const { duration = Number.POSITIVE_INFINITY, chargingSchedulePeriod } = profile.chargingSchedule
  if (seconds < 0 || seconds >= duration) return null
  return chargingSchedulePeriod.findLast(({ startPeriod }) => startPeriod <= seconds) ?? null
}

/** The instants in a stretch of time, its end not counted, at which what a profile says may change. */
export function changesIn(
  profile: ChargingProfile,
  from: Instant,
  end: Instant,
  chargeStartedAt: Instant | null,
): Instant[] {
  const { duration, chargingSchedulePeriod } = profile.chargingSchedule
  const offsets = chargingSchedulePeriod.map(({ startPeriod }) => startPeriod)
  if (duration !== undefined) offsets.push(duration)
  const changes = [since(profile), until(profile)]
  const cycle = cycleMs(profile)
  const last = cycle === null ? from : end + cycle
  for (let at = from; at <= last; at += cycle ?? 1) {
    const startsAt = startOf(profile, at, chargeStartedAt)
    if (startsAt === null) break
    changes.push(...offsets.map((seconds) => startsAt + seconds * SECOND))
  }
  return changes.filter((at) => at > from && at < end)
}

function since({ validFrom }: ChargingProfile): Instant {
  return validFrom === undefined ? Number.NEGATIVE_INFINITY : Date.parse(validFrom)
}

function until({ validTo }: ChargingProfile): Instant {
  return validTo === undefined ? Number.POSITIVE_INFINITY : Date.parse(validTo)
}

/** When the schedule began that is under way at an instant: its own start, today's or this week's, or the charge's. */
function startOf(
  profile: ChargingProfile,
  at: Instant,
  chargeStartedAt: Instant | null,
): Instant | null {
  const { startSchedule } = profile.chargingSchedule
  if (startSchedule === undefined) return chargeStartedAt
  const first = Date.parse(startSchedule)
  const cycle = cycleMs(profile)
  return cycle === null || at < first ? first : first + Math.floor((at - first) / cycle) * cycle
}

function cycleMs({ recurrencyKind }: ChargingProfile): number | null {
  if (recurrencyKind === undefined) return null
  return recurrencyKind === 'Daily' ? DAY : 7 * DAY
}
