import type {
  InvoiceTerms,
  InvoiceTermsWords,
} from '../../../shared/domain/invoice/invoice-terms.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** How the site invoices, as the unit finds it. */
export function invoiceTermsOf(tx: Writes): InvoiceTerms {
  const terms = tx.get('invoiceTerms', 'invoiceTerms')
  if (terms === undefined) throw new Error('The terms are made with their table.')
  return terms
}

export type ChangedTerms =
  | { readonly kind: 'changed'; readonly terms: InvoiceTerms }
  | { readonly kind: 'numbersBegun' }

/** Changes how the site invoices; what is left out stays. The first number is fixed once there is an invoice. */
export function changeInvoiceTerms(
  tx: Writes,
  words: { [Word in keyof InvoiceTermsWords]?: InvoiceTermsWords[Word] | undefined },
): ChangedTerms {
  const before = invoiceTermsOf(tx)
  const { firstNumber = before.firstNumber } = words
  if (firstNumber !== before.firstNumber && lastNumber(tx) !== null) return { kind: 'numbersBegun' }
  const patch: Patch<'invoiceTerms'> = { ...words, updatedAt: tx.now }
  const terms = tx.update('invoiceTerms', before.id, patch) ?? before
  tx.journal({
    act: 'invoiceTerms.update',
    noun: 'invoiceTerms',
    nounId: before.id,
    before,
    after: terms,
  })
  return { kind: 'changed', terms }
}

/** The number of the last invoice; null while there is none. Within the unit, so that one that fails leaves no gap. */
export function lastNumber(tx: Writes): number | null {
  const [row] = tx.sql('select max(number) as last from invoice', [])
  return typeof row?.['last'] === 'number' ? row['last'] : null
}
