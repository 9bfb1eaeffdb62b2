import type {
  Tariff,
  TariffAssignment,
  TariffVersion,
} from '../../../../shared/domain/tariff/tariff.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { versionSpans } from './version-spans.ts'

/** A tariff in the list: what it costs now, and whom it is for. */
export type TariffRow = {
  id: string
  name: string
  /** The one that holds; where none does the next, or else the last. */
  version: TariffVersion | null
  state: 'now' | 'ahead' | 'past'
  /** When that changes; null when nothing is ahead. */
  changesAt: Instant | null
  assignments: readonly TariffAssignment[]
}

/** The tariffs in use, or those put aside. */
export function tariffRows(
  tariffs: readonly Tariff[],
  versions: readonly TariffVersion[],
  assignments: readonly TariffAssignment[],
  archived: boolean,
  now: Instant,
): TariffRow[] {
  return tariffs
    .filter(({ archivedAt }) => (archivedAt !== null) === archived)
    .map(({ id, name }) => {
      const spans = versionSpans(
        versions.filter(({ tariffId }) => tariffId === id),
        now,
      )
      const shown =
        spans.find(({ state }) => state === 'now') ??
        spans.find(({ state }) => state === 'ahead') ??
        spans.at(-1)
      return {
        id,
        name,
        version: shown?.version ?? null,
        state: shown?.state ?? 'past',
        changesAt: shown && shown.state !== 'past' ? shown.endsAt : null,
        assignments: assignments.filter(({ tariffId }) => tariffId === id),
      }
    })
}
