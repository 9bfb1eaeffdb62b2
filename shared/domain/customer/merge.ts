import type { Customer, CustomerWords } from './customer.ts'

/** What a customer gets from another that turned out to be the same: the words it has not got itself. */
export function wordsFromMerged(kept: Customer, other: Customer): Partial<CustomerWords> {
  return {
    email: kept.email || other.email,
    phone: kept.phone || other.phone,
    reference: kept.reference || other.reference,
    group: kept.group || other.group,
    organisationNumber: kept.organisationNumber || other.organisationNumber,
    vatNumber: kept.vatNumber || other.vatNumber,
    billingAddress: kept.billingAddress || other.billingAddress,
    note: kept.note || other.note,
  }
}
