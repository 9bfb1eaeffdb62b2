import type {
  Invoice,
  InvoiceGroup,
  InvoiceLine,
} from '../../../../../shared/domain/invoice/invoice.ts'

/** A row of the paper; all are as high. A head is drawn anew where its rows go on over the page. */
export type PaperRow =
  | { readonly is: 'title'; readonly of: 'groups' | 'lines' }
  | { readonly is: 'head'; readonly of: 'groups' | 'lines' }
  | { readonly is: 'group'; readonly group: InvoiceGroup }
  | { readonly is: 'line'; readonly line: InvoiceLine }
  | { readonly is: 'gap' }

/** The rows of an invoice: what each vehicle came to where there are several, and then stay by stay. */
export function paperRowsOf(
  { groups }: Pick<Invoice, 'groups'>,
  lines: readonly InvoiceLine[],
): PaperRow[] {
  const byVehicle: PaperRow[] =
    groups.length < 2
      ? []
      : [
          { is: 'title', of: 'groups' },
          { is: 'head', of: 'groups' },
          ...groups.map((group): PaperRow => ({ is: 'group', group })),
          { is: 'gap' },
        ]
  return [
    ...byVehicle,
    { is: 'title', of: 'lines' },
    { is: 'head', of: 'lines' },
    ...lines.map((line): PaperRow => ({ is: 'line', line })),
  ]
}
