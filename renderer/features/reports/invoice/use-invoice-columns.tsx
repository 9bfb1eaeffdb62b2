import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Money } from '../../../payment/money.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { InvoiceMark } from './invoice-mark.tsx'
import { amountColumn, chargedColumns } from './paper-columns.tsx'

/** The columns of the list of invoices. */
export function useInvoiceColumns(): TableColumn<Invoice>[] {
  const { t } = useTranslation('invoice')
  const format = useFormat()
  return useMemo(
    (): TableColumn<Invoice>[] => [
      {
        id: 'number',
        title: t('columns.number'),
        width: 96,
        fixed: true,
        sortBy: ({ number }) => number,
        cell: ({ name }) => <strong>{inert(name, 30).text}</strong>,
      },
      {
        id: 'customer',
        title: t('columns.customer'),
        width: 160,
        grow: 2,
        fixed: true,
        sortBy: ({ buyer }) => buyer.name,
        cell: ({ buyer }) => inert(buyer.name, 60).text,
      },
      {
        id: 'state',
        title: t('columns.state'),
        width: 144,
        fixed: true,
        cell: (invoice) => <InvoiceMark invoice={invoice} />,
      },
      amountColumn(t),
      {
        id: 'left',
        title: t('columns.left'),
        width: 116,
        align: 'right',
        sortBy: ({ leftMinor }) => leftMinor,
        cell: ({ leftMinor, currency }) =>
          leftMinor === 0 ? <Blank /> : <Money minor={leftMinor} currency={currency} />,
      },
      {
        id: 'issued',
        title: t('columns.issued'),
        width: 96,
        sortBy: ({ issuedOn }) => issuedOn,
        cell: ({ issuedOn }) => issuedOn,
      },
      {
        id: 'due',
        title: t('columns.due'),
        width: 96,
        sortBy: ({ kind, dueOn }) => (kind === 'invoice' ? dueOn : null),
        cell: ({ kind, dueOn }) => (kind === 'invoice' ? dueOn : <Blank />),
      },
      ...chargedColumns(t, format),
      {
        id: 'reminders',
        title: t('columns.reminders'),
        width: 96,
        align: 'right',
        sortBy: ({ reminders }) => reminders,
        cell: ({ reminders }) => (reminders === 0 ? <Blank /> : reminders),
      },
      {
        id: 'period',
        title: t('columns.period'),
        width: 184,
        hidden: true,
        cell: ({ periodFrom, periodUntil }) => `${periodFrom} – ${periodUntil}`,
      },
    ],
    [t, format],
  )
}

function Blank() {
  return <span className="lp-soft">–</span>
}
