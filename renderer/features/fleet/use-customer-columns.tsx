import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import type { CustomerRow } from './customer-row.ts'

/** The columns of the customer table. */
export function useCustomerColumns(): TableColumn<CustomerRow>[] {
  const { t } = useTranslation('fleet')
  const format = useFormat()
  const now = useNow(60_000)
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('customer.name'),
        fixed: true,
        width: 140,
        grow: 2,
        sortBy: (row) => row.customer.name,
        cell: (row) => (
          <strong>
            <InertText text={row.customer.name} max={120} />
          </strong>
        ),
      },
      {
        id: 'kind',
        title: t('customer.kind'),
        width: 88,
        sortBy: (row) => t(`customer.kinds.${row.customer.kind}`),
        cell: (row) => t(`customer.kinds.${row.customer.kind}`),
      },
      {
        id: 'vehicles',
        title: t('customer.vehicles'),
        width: 80,
        align: 'right',
        sortBy: (row) => row.vehicles.length,
        cell: (row) => format.number(row.vehicles.length),
      },
      {
        id: 'tokens',
        title: t('vehicle.tokens'),
        width: 88,
        align: 'right',
        sortBy: (row) => row.tokens.length,
        cell: (row) => format.number(row.tokens.length),
      },
      {
        id: 'reference',
        title: t('customer.reference'),
        width: 104,
        grow: 1,
        sortBy: (row) => row.customer.reference || null,
        cell: (row) => <InertText text={row.customer.reference} max={60} />,
      },
      {
        id: 'email',
        title: t('customer.email'),
        width: 144,
        grow: 2,
        sortBy: (row) => row.customer.email || null,
        cell: (row) => <InertText text={row.customer.email} max={320} />,
      },
      {
        id: 'phone',
        title: t('customer.phone'),
        width: 112,
        grow: 1,
        sortBy: (row) => row.customer.phone || null,
        cell: (row) => <InertText text={row.customer.phone} max={30} />,
      },
      {
        id: 'changed',
        title: t('customer.changed'),
        width: 112,
        hidden: true,
        sortBy: (row) => row.customer.updatedAt,
        cell: (row) => format.moment(row.customer.updatedAt, now),
      },
    ],
    [t, format, now],
  )
}
