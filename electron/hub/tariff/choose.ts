import {
  type ChosenTariff,
  chooseTariff,
  type StayFacts,
  type TariffBook,
} from '../../../shared/domain/tariff/choose.ts'
import { customerOfToken } from '../../../shared/domain/id-token/owner.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Lookups } from '../store/reads.ts'

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
  const [site] = lookups.find('site', {})
  const whose = customerId ?? customerOf(lookups, stay.idToken)
  const customer = whose === null ? undefined : lookups.get('customer', whose)
  return chooseTariff(tariffBook(lookups, site?.timeZone ?? 'UTC'), {
    ...stay,
    customer: customer ?? null,
  })
}

function customerOf(lookups: Lookups, idToken: string | null): Id | null {
  const [token] = idToken === null ? [] : lookups.find('idToken', { idToken })
  if (!token) return null
  const vehicle = token.vehicleId === null ? undefined : lookups.get('vehicle', token.vehicleId)
  return customerOfToken(token, vehicle)
}
