import { versionAt } from '../../../../shared/domain/tariff/choose.ts'
import type { TariffVersion } from '../../../../shared/domain/tariff/tariff.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** A version and for how long it counts: until it ends or the next begins. One that a shorter one stood in for goes on after it. */
export interface VersionSpan {
  readonly version: TariffVersion
  readonly state: 'past' | 'now' | 'ahead'
  /** Null: until further notice. */
  readonly endsAt: Instant | null
}

/** The versions of a tariff in the order in which they hold. */
export function versionSpans(versions: readonly TariffVersion[], now: Instant): VersionSpan[] {
  const ordered = versions.toSorted(
    (one, other) => one.validFrom - other.validFrom || one.version - other.version,
  )
  const current = ordered[0] ? versionAt(versions, ordered[0].tariffId, now) : null
  return ordered.map((version, index) => {
    const isCurrent = version.id === current?.id
    const later = ordered.slice(index + 1)
    const next = isCurrent ? later.find(({ validFrom }) => validFrom > now) : later[0]
    const endsAt = Math.min(version.validUntil ?? Infinity, next?.validFrom ?? Infinity)
    const passed = version.validFrom <= now ? 'past' : 'ahead'
    return {
      version,
      state: isCurrent ? 'now' : passed,
      endsAt: endsAt === Infinity ? null : endsAt,
    }
  })
}

/**
 * The time by this desk's clock, or by the hub's where that is known to be later: what the hub has made holds by now,
 * however slow the desk's clock is.
 */
export function nowAmong(
  versions: readonly Pick<TariffVersion, 'createdAt'>[],
  deskNow: Instant,
): Instant {
  return versions.reduce((latest, { createdAt }) => Math.max(latest, createdAt), deskNow)
}
