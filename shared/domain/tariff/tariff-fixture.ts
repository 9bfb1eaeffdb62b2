import type { OcpiTariff } from './ocpi-tariff.ts'
import type { TariffAssignment, TariffVersion } from './tariff.ts'

/** 3.20 a kWh, 25 % VAT included. */
export const simpleTariff: OcpiTariff = {
  currency: 'SEK',
  tax_included: 'YES',
  elements: [{ price_components: [{ type: 'ENERGY', price: 3.2, vat: 25, step_size: 1 }] }],
}

/** A version that holds from 1970 until further notice, save for what is told. */
export function aVersion(told: Partial<TariffVersion> & Pick<TariffVersion, 'tariffId'>) {
  return {
    id: `${told.tariffId}@${told.version ?? 1}`,
    version: 1,
    validFrom: 0,
    validUntil: null,
    ocpi: simpleTariff,
    idleGraceMin: 0,
    createdAt: 0,
    ...told,
  } satisfies TariffVersion
}

/** An assignment to the whole site, save for what is told. */
export function anAssignment(told: Partial<TariffAssignment> & Pick<TariffAssignment, 'tariffId'>) {
  return {
    id: `for ${told.tariffId}`,
    stationId: null,
    connectorId: null,
    customerId: null,
    customerGroup: null,
    idToken: null,
    isFlexible: null,
    hours: null,
    settlement: null,
    createdAt: 0,
    ...told,
  } satisfies TariffAssignment
}
