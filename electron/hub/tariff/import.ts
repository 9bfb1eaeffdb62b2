import type { Id } from '../../../shared/domain/id/id.ts'
import type { ImportedTariff } from '../../../shared/domain/tariff/ocpi-json.ts'
import type { Tariff } from '../../../shared/domain/tariff/tariff.ts'
import type { VersionRefusal } from '../../../shared/domain/tariff/version.ts'
import type { Writes } from '../store/writes.ts'
import { addTariff, saveVersion, type TariffRefusal } from './save.ts'

/**
 * Takes in a tariff that was read from OCPI: as one of its own, or as the next version of another. What began to hold
 * before now holds from now on: stays have begun without it.
 */
export function takeInTariff(
  tx: Writes,
  { imported, name, tariffId }: { imported: ImportedTariff; name: string; tariffId: Id | null },
): { readonly kind: 'saved'; readonly tariff: Tariff } | TariffRefusal | VersionRefusal {
  const { validFrom } = imported
  const wanted = {
    ...imported,
    validFrom: validFrom !== null && validFrom > tx.now ? validFrom : null,
    replaces: null,
  }
  if (tariffId === null) return addTariff(tx, { name, first: wanted })
  const saved = saveVersion(tx, tariffId, wanted)
  if (saved.kind !== 'saved') return saved
  const tariff = tx.get('tariff', tariffId)
  return tariff ? { kind: 'saved', tariff } : { kind: 'noTariff', id: tariffId }
}
