import type { Id } from '../../../shared/domain/id/id.ts'
import type { Tariff, TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import {
  holdsBy,
  nextVersion,
  type VersionRefusal,
  type WantedVersion,
} from '../../../shared/domain/tariff/version.ts'
import type { Writes } from '../store/writes.ts'

/** Why a tariff can't be as somebody wants it. */
export type TariffRefusal =
  | { readonly kind: 'noTariff'; readonly id: Id }
  | { readonly kind: 'archived' }

export type SavedTariff = { readonly kind: 'saved'; readonly tariff: Tariff } | TariffRefusal

/** Adds a tariff with its first version. Under an id that is there already it is that one, as it is. */
export function addTariff(
  tx: Writes,
  { id = tx.newId(), name, first }: { id?: Id | undefined; name: string; first: WantedVersion },
): { readonly kind: 'saved'; readonly tariff: Tariff } | VersionRefusal {
  const known = tx.get('tariff', id)
  if (known) return { kind: 'saved', tariff: known }
  const made = nextVersion([], id, { ...first, replaces: null }, tx.now, tx.newId)
  if (made.kind !== 'version') return made
  const tariff: Tariff = { id, name, archivedAt: null, createdAt: tx.now, updatedAt: tx.now }
  tx.insert('tariff', tariff)
  tx.insert('tariffVersion', made.version)
  const after = { ...tariff, version: made.version }
  tx.journal({ act: 'tariff.add', noun: 'tariff', nounId: id, after })
  return { kind: 'saved', tariff }
}

/** Calls a tariff otherwise; what it costs stays. */
export function renameTariff(tx: Writes, id: Id, name: string): SavedTariff {
  const before = tx.get('tariff', id)
  if (!before) return { kind: 'noTariff', id }
  if (before.archivedAt !== null) return { kind: 'archived' }
  const tariff = tx.update('tariff', id, { name, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'tariff.update', noun: 'tariff', nounId: id, before, after: tariff })
  return { kind: 'saved', tariff }
}

/** Adds a version of a tariff, or puts it in the place of one that doesn't hold yet. */
export function saveVersion(
  tx: Writes,
  tariffId: Id,
  wanted: WantedVersion,
): { readonly kind: 'saved'; readonly version: TariffVersion } | TariffRefusal | VersionRefusal {
  const tariff = tx.get('tariff', tariffId)
  if (!tariff) return { kind: 'noTariff', id: tariffId }
  if (tariff.archivedAt !== null) return { kind: 'archived' }
  const versions = tx.find('tariffVersion', { tariffId })
  const made = nextVersion(versions, tariffId, wanted, tx.now, tx.newId)
  if (made.kind !== 'version') return made
  const { version } = made
  const before = versions.find(({ id }) => id === version.id)
  if (before) tx.change('tariffVersion', before, version)
  else tx.insert('tariffVersion', version)
  tx.update('tariff', tariffId, { updatedAt: tx.now })
  tx.journal({ act: 'tariff.version', noun: 'tariff', nounId: tariffId, before, after: version })
  return { kind: 'saved', version }
}

export type WithdrawnVersion =
  | { readonly kind: 'withdrawn'; readonly version: TariffVersion }
  | { readonly kind: 'noVersion'; readonly id: Id }
  | { readonly kind: 'holdsAlready'; readonly version: number }
  | { readonly kind: 'onlyOne' }

/** Takes back a version that doesn't hold yet. */
export function withdrawVersion(tx: Writes, id: Id): WithdrawnVersion {
  const version = tx.get('tariffVersion', id)
  if (!version) return { kind: 'noVersion', id }
  if (holdsBy(version, tx.now)) return { kind: 'holdsAlready', version: version.version }
  const { tariffId } = version
  if (tx.find('tariffVersion', { tariffId }).length === 1) return { kind: 'onlyOne' }
  tx.remove('tariffVersion', id)
  tx.journal({ act: 'tariff.withdraw', noun: 'tariff', nounId: tariffId, before: version })
  return { kind: 'withdrawn', version }
}
