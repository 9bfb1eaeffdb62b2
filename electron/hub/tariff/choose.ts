import {
  type ChosenTariff,
  chooseTariff,
  type StayFacts,
  type TariffBook,
} from '../../../shared/domain/tariff/choose.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { siteNow } from '../site/site-now.ts'
import type { Lookups } from '../store/reads.ts'
import { whoseStay } from './whose.ts'

/** A stay as it is asked about. */
export type AskedStay = Omit<StayFacts, 'customer'> & {
  /** Null: the id token's, where it has one. */
  readonly customerId: Id | null
}

/** The site's tariffs and whom they are for, to be read once for many stays. */
export function tariffBook(lookups: Lookups, timeZone: string): TariffBook {
  const assignments = lookups.find('tariffAssignment', {})
  const ids = new Set(assignments.map(({ tariffId }) => tariffId))
  return {
    tariffs: lookups.find('tariff', { archivedAt: null }),
    versions: [...ids].flatMap((tariffId) => lookups.find('tariffVersion', { tariffId })),
    assignments,
    timeZone,
  }
}

/** Which tariff holds for a stay, and who pays. */
export function tariffFor(lookups: Lookups, { customerId, ...stay }: AskedStay): ChosenTariff {
  const { timeZone } = siteNow(lookups)
  const { customer } = whoseStay(lookups, { customerId }, stay.idToken)
  return chooseTariff(tariffBook(lookups, timeZone), { ...stay, customer })
}
