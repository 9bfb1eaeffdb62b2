import { chooseTariff, type StayFacts } from '../../../shared/domain/tariff/choose.ts'
import type { TariffVersion } from '../../../shared/domain/tariff/tariff.ts'
import type { Settlement } from '../../../shared/domain/bill/bill.ts'
import type { Writes } from '../store/writes.ts'

/** By what a stay is priced, and who pays. Without a tariff it costs nothing. */
export interface StayTariff {
  readonly tariff: TariffVersion | null
  readonly settlement: Settlement
}

export function tariffOf(tx: Writes, timeZone: string, facts: StayFacts): StayTariff {
  const book = {
    tariffs: tx.find('tariff', {}),
    versions: tx.find('tariffVersion', {}),
    assignments: tx.find('tariffAssignment', {}),
    timeZone,
  }
  const { version, settlement } = chooseTariff(book, facts)
  return { tariff: version, settlement }
}
