import type { TariffDetail } from '../../../shared/contract/tariff.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Tariff } from '../../../shared/domain/tariff/tariff.ts'
import type { Lookups, Reads } from '../store/reads.ts'

/** The tariffs that are in use, or those put aside, by name. */
export async function listTariffs(reads: Reads, archived: boolean): Promise<TariffDetail[]> {
  const [tariffs, versions, assignments] = await Promise.all([
    reads.find('tariff', {}),
    reads.find('tariffVersion', {}),
    reads.find('tariffAssignment', {}),
  ])
  return tariffs
    .filter(({ archivedAt }) => (archivedAt !== null) === archived)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sv'))
    .map((tariff) => detail(tariff, versions, assignments))
}

/** A tariff with all that hangs on it; null when there is none. */
export async function readTariffDetail(reads: Reads, id: Id): Promise<TariffDetail | null> {
  const tariff = await reads.get('tariff', id)
  if (!tariff) return null
  const versions = await reads.find('tariffVersion', { tariffId: id })
  return detail(tariff, versions, await reads.find('tariffAssignment', { tariffId: id }))
}

/** The same, as a unit of work sees it. */
export function detailOf(lookups: Lookups, tariff: Tariff): TariffDetail {
  const ofIt = { tariffId: tariff.id }
  return detail(tariff, lookups.find('tariffVersion', ofIt), lookups.find('tariffAssignment', ofIt))
}

function detail(
  tariff: Tariff,
  versions: TariffDetail['versions'],
  assignments: TariffDetail['assignments'],
): TariffDetail {
  return {
    tariff,
    versions: versions
      .filter(({ tariffId }) => tariffId === tariff.id)
      .toSorted((one, other) => one.version - other.version),
    assignments: assignments
      .filter(({ tariffId }) => tariffId === tariff.id)
      .toSorted((one, other) => one.createdAt - other.createdAt),
  }
}
