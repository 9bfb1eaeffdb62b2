import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceDraftView } from '../../../../../shared/contract/invoice.ts'
import { useFormat } from '../../../../i18n/use-format.ts'
import { Money } from '../../../../payment/money.tsx'
import { inert } from '../../../../ui/mark/inert.ts'
import type { TableColumn } from '../../../../ui/table/table-column.ts'
import { amountColumn, chargedColumns } from '../paper-columns.tsx'

/** A paper that the run would make, named apart from the customer's others. */
export interface DraftRow extends InvoiceDraftView {
  readonly key: string
}

/**
 * The columns of what a run would make.
 * @param left the customers who are left out
 */
export function useDraftColumns(
  left: ReadonlySet<string>,
  onToggle: (customerId: string) => void,
): TableColumn<DraftRow>[] {
  const { t } = useTranslation('invoice')
  const format = useFormat()
  return useMemo(
    (): TableColumn<DraftRow>[] => [
      {
        id: 'chosen',
        title: '',
        width: 20,
        fixed: true,
        cell: ({ customerId, customerName }) => (
          <span className="lp-invoices-choose">
            <input
              type="checkbox"
              aria-label={t('run.choose', { customer: inert(customerName, 60).text })}
              checked={!left.has(customerId)}
              onChange={() => onToggle(customerId)}
            />
          </span>
        ),
      },
      {
        id: 'customer',
        title: t('columns.customer'),
        width: 180,
        grow: 2,
        fixed: true,
        sortBy: ({ customerName }) => customerName,
        cell: ({ customerName }) => <strong>{inert(customerName, 60).text}</strong>,
      },
      {
        id: 'kind',
        title: t('columns.kind'),
        width: 168,
        grow: 1,
        fixed: true,
        cell: ({ kind, creditOfName }) =>
          kind === 'invoice'
            ? t('kind.invoice')
            : `${t('kind.creditNote')} ${t('run.of', { name: inert(creditOfName, 30).text })}`,
      },
      amountColumn(t),
      {
        id: 'net',
        title: t('detail.net'),
        width: 116,
        align: 'right',
        sortBy: ({ exclMinor }) => exclMinor,
        cell: ({ exclMinor, currency }) => <Money minor={exclMinor} currency={currency} />,
      },
      {
        id: 'vat',
        title: t('columns.vat'),
        width: 168,
        align: 'right',
        cell: ({ vat, currency }) =>
          vat
            .map(
              ({ ratePct, vatMinor }) =>
                `${format.rate(ratePct)} %: ${format.money(vatMinor, currency)}`,
            )
            .join(', '),
      },
      ...chargedColumns(t, format),
    ],
    [t, format, left, onToggle],
  )
}
