import type { Instant } from '../../time/instant.ts'
import type { Id } from '../id/id.ts'
import type { TariffVersion, TariffVersionWords } from './tariff.ts'

/** A version that somebody wants to hold. */
export interface WantedVersion extends TariffVersionWords {
  /** Null: from now on. */
  readonly validFrom: Instant | null
  readonly validUntil: Instant | null
  /** The version that it is to stand instead of; null: it comes beside the others. */
  readonly replaces: Id | null
}

/** Why there can't be such a version. */
export type VersionRefusal =
  | { readonly kind: 'inThePast' }
  | { readonly kind: 'endsFirst' }
  | { readonly kind: 'holdsAlready'; readonly version: number }
  | { readonly kind: 'noVersion'; readonly id: Id }

/**
 * The version as it is to be kept: under the next number, or in the place of one that doesn't hold yet.
 * @param versions all of the tariff's
 * @param newId for one in a place of its own
 */
export function nextVersion(
  versions: readonly TariffVersion[],
  tariffId: Id,
  wanted: WantedVersion,
  now: Instant,
  newId: () => Id,
): { readonly kind: 'version'; readonly version: TariffVersion } | VersionRefusal {
  const { validFrom: from, validUntil, replaces, ocpi, idleGraceMin } = wanted
  const validFrom = from ?? now
  if (validFrom < now) return { kind: 'inThePast' }
  if (validUntil !== null && validUntil <= validFrom) return { kind: 'endsFirst' }
  const words = { validFrom, validUntil, ocpi: pricesOnly(ocpi), idleGraceMin }
  if (replaces === null) {
    const version = Math.max(0, ...versions.map((known) => known.version)) + 1
    return {
      kind: 'version',
      version: { id: newId(), tariffId, version, ...words, createdAt: now },
    }
  }
  const replaced = versions.find(({ id }) => id === replaces)
  if (!replaced) return { kind: 'noVersion', id: replaces }
  if (holdsBy(replaced, now)) return { kind: 'holdsAlready', version: replaced.version }
  return { kind: 'version', version: { ...replaced, ...words } }
}

/** Whether stays may have begun with it, so that it stays as it is. */
export function holdsBy({ validFrom }: Pick<TariffVersion, 'validFrom'>, now: Instant): boolean {
  return validFrom <= now
}

/** An OCPI tariff without what the version itself says: which tariff it is, from when and until when. */
export function pricesOnly(ocpi: TariffVersionWords['ocpi']): TariffVersionWords['ocpi'] {
  const {
    id: _id,
    start_date_time: _from,
    end_date_time: _until,
    last_updated: _at,
    ...rest
  } = ocpi
  return rest
}
