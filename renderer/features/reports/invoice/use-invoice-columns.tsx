import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Money } from '../../../payment/money.tsx'
import { inert } from '../../../ui/inert.ts'
import type { TableColumn } from '../../../ui/table-column.ts'
import { InvoiceMark } from './invoice-mark.tsx'

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
      {
        id: 'amount',
        title: t('columns.amount'),
        width: 116,
        align: 'right',
        fixed: true,
        sortBy: ({ inclMinor }) => inclMinor,
        cell: ({ inclMinor, currency }) => <Money minor={inclMinor} currency={currency} />,
      },
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
      {
        id: 'stays',
        title: t('columns.stays'),
        width: 80,
        align: 'right',
        sortBy: ({ stays }) => stays,
        cell: ({ stays }) => format.number(stays),
      },
      {
        id: 'energy',
        title: t('columns.energy'),
        width: 88,
        align: 'right',
        sortBy: ({ energyWh }) => energyWh,
        cell: ({ energyWh }) => format.energy(energyWh).number,
      },
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
