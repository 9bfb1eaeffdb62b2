import type { Settlement } from '../../../shared/domain/bill/bill.ts'
import {
  chooseTariff,
  type StayFacts,
  type TariffBook,
} from '../../../shared/domain/tariff/choose.ts'
import type { TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import type { Writes } from '../store/writes.ts'

/** By what a stay is priced, and who pays. Without a tariff it costs nothing. */
export interface StayTariff {
  readonly tariff: TariffVersion | null
  readonly settlement: Settlement
}

/** The site's tariffs, read once for all the stays of a unit. */
export function tariffBook(tx: Writes, timeZone: string): TariffBook {
  const assignments = tx.find('tariffAssignment', {})
  const ids = new Set(assignments.map(({ tariffId }) => tariffId))
  return {
    tariffs: tx.find('tariff', { archivedAt: null }),
    versions: [...ids].flatMap((tariffId) => tx.find('tariffVersion', { tariffId })),
    assignments,
    timeZone,
  }
}

export function tariffOf(book: TariffBook, facts: StayFacts): StayTariff {
  const { version, settlement } = chooseTariff(book, facts)
  return { tariff: version, settlement }
}
