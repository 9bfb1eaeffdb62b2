import type { OcpiTariff } from './ocpi-tariff.ts'
import type { TariffScope } from './tariff.ts'

/**
 * Whether a tariff came as one for drivers who let the site choose the hours. OCPI 2.2.1 mod_tariffs, TariffType:
 * PROFILE_CHEAP is “valid when charging preference CHEAP is set for the session”.
 */
export function isMeantForFlexible({ type }: Pick<OcpiTariff, 'type'>): boolean {
  return type === 'PROFILE_CHEAP'
}

/**
 * A tariff with the type that others are to read: what it came with, or else PROFILE_CHEAP where all that it is for are
 * flexible drivers.
 */
export function withType(
  ocpi: OcpiTariff,
  assignments: readonly Pick<TariffScope, 'isFlexible'>[],
): OcpiTariff {
  const isOnlyFlexible = assignments.length > 0 && assignments.every(({ isFlexible }) => isFlexible)
  return ocpi.type === undefined && isOnlyFlexible ? { ...ocpi, type: 'PROFILE_CHEAP' } : ocpi
}
