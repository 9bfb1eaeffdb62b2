import type { InvoiceDraftView } from '../../../../../shared/contract/invoice.ts'

/** What papers come to, currency by currency. */
export function sumsByCurrency(
  drafts: readonly Pick<InvoiceDraftView, 'currency' | 'inclMinor'>[],
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { currency, inclMinor } of drafts)
    sums.set(currency, (sums.get(currency) ?? 0) + inclMinor)
  return sums
}

/** The customers of papers, each once, in their order. */
export function customersOf(drafts: readonly Pick<InvoiceDraftView, 'customerId'>[]): string[] {
  return [...new Set(drafts.map(({ customerId }) => customerId))]
}
