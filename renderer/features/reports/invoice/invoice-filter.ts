import { create } from 'zustand'
import { type InvoiceStanding, invoiceStandings } from './invoice-look.ts'

/** What of the invoices is shown. */
export interface InvoiceFilter {
  readonly standing: InvoiceStanding | null
  readonly customerId: string | null
  readonly search: string
}

export const everyInvoice: InvoiceFilter = { standing: null, customerId: null, search: '' }

/** Kept for as long as the window lives, so that whoever comes back finds the list as it was. */
const useStore = create<InvoiceFilter>(() => everyInvoice)

export function useInvoiceFilter(): {
  filter: InvoiceFilter
  change: (change: Partial<InvoiceFilter>) => void
} {
  const filter = useStore()
  return { filter, change: (change) => useStore.setState(change) }
}

export function isEvery({ standing, customerId, search }: InvoiceFilter): boolean {
  return standing === null && customerId === null && search === ''
}

/** The filter as the hub is asked. */
export function questionOf({ standing, customerId, search }: InvoiceFilter) {
  return {
    ...(standing === null ? {} : standing === 'overdue' ? { overdue: true } : { state: standing }),
    ...(customerId === null ? {} : { customerId }),
    ...(search === '' ? {} : { search }),
  }
}

/** Takes a word for a standing; null where it is none. */
export function standingNamed(word: string | null): InvoiceStanding | null {
  return invoiceStandings.find((known) => known === word) ?? null
}
